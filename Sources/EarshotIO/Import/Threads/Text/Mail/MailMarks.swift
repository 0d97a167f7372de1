/// Words by which mail programs and lists mark what is not the writer's own, lower case; English, Welsh and the languages
/// of the programs most met with.
enum MailMarks {
    static let datedStarts = [
        "on ", "at ", "am ", "le ", "el ", "il ", "op ", "den ", "ar ", "w dniu ", "dnia ", "em ", "pada ", "quoting ",
    ]

    static let wrote = [
        " wrote", " writes", " said:", "schrieb", "a écrit", "escribió", "ha scritto", "schreef", "skrev",
        "ysgrifennodd", "pisze", "napisał", "escreveu", "quoting ",
    ]

    static let forwards: Set<String> = [
        "original message", "original appointment", "forwarded message", "begin forwarded message:", "reply message",
        "forwarded by", "ursprüngliche nachricht", "weitergeleitete nachricht", "message d'origine",
        "mensaje original", "mensagem original", "wiadomość oryginalna", "oorspronkelijk bericht", "neges wreiddiol",
    ]

    static let senders: Set<String> = ["from", "von", "de", "da", "van", "oddi wrth", "od", "från", "fra"]

    static let headers: Set<String> = [
        "sent", "date", "to", "cc", "subject", "reply-to", "gesendet", "datum", "an", "betreff", "envoyé", "date",
        "à", "objet", "enviado", "fecha", "para", "asunto", "anfonwyd", "dyddiad", "at", "pwnc", "wysłano", "do",
        "temat", "verzonden", "aan", "onderwerp", "inviato", "a", "oggetto",
    ]

    /// Beginnings of the first line that a list puts below a message.
    static let footers = [
        "you received this message because you are subscribed", "to unsubscribe from this group",
        "to post to this group, send", "-=-=-=-=-=-", "yahoo! groups links",
        "this message was sent to you because you are subscribed",
    ]

    /// Beginnings of the lines that a device or program puts below what was typed on it.
    static let devices = [
        "sent from my ", "sent from outlook", "sent from mail for", "sent from yahoo", "sent from proton",
        "sent from gmail", "sent from samsung", "sent from the all new", "sent via ", "sent using ", "get outlook for",
        "sent with ", "von meinem ", "gesendet von ", "envoyé de mon", "envoyé depuis", "enviado desde",
        "anfonwyd o fy", "wysłane z ", "inviato da ", "verzonden vanaf",
    ]
}
