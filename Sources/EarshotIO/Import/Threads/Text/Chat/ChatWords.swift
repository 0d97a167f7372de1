/// What WhatsApp writes itself, lower case, without a full stop at the end; in English and the languages most met with.
enum ChatWords {
    /// In the place of a message that its author or an administrator took away.
    static let deleted: Set<String> = [
        "this message was deleted", "you deleted this message", "this message was deleted by admin",
        "you deleted this message as admin", "this message was deleted by an admin", "message deleted",
        "dilëwyd y neges hon", "cafodd y neges hon ei dileu",
        "diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht", "ce message a été supprimé",
        "vous avez supprimé ce message", "se eliminó este mensaje", "este mensaje fue eliminado",
        "eliminaste este mensaje", "esta mensagem foi apagada", "essa mensagem foi apagada",
        "você apagou esta mensagem", "mensagem apagada", "questo messaggio è stato eliminato",
        "hai eliminato questo messaggio", "dit bericht is verwijderd", "je hebt dit bericht verwijderd",
        "ta wiadomość została usunięta", "usunięto tę wiadomość", "usunięto wiadomość",
        "это сообщение было удалено", "данное сообщение удалено", "вы удалили данное сообщение", "bu mesaj silindi",
        "acest mesaj a fost șters", "ai șters acest mesaj", "tämä viesti poistettiin", "viesti poistettiin",
        "यह संदेश हटा दिया गया", "यह मैसेज मिटाया गया", "تم حذف هذه الرسالة", "このメッセージは削除されました", "此訊息已刪除",
    ]

    /// Words between < and > at the end of a message that was changed later.
    static let edited = [
        "edited", "bearbeitet", "edit", "modifi", "bewerkt", "edytow", "golyg", "изменен", "düzenlendi", "upraven",
    ]

    /// In the place of a picture or file that was not exported with the chat.
    static let omitted: [String] = [
        "media omitted", "image omitted", "video omitted", "audio omitted", "gif omitted", "sticker omitted",
        "document omitted", "contact card omitted", "video note omitted", "view once message omitted",
        "voice message omitted", "album omitted",
        "medien ausgeschlossen", "bild weggelassen", "video weggelassen", "audio weggelassen", "gif weggelassen",
        "sticker weggelassen", "dokument weggelassen", "kontaktkarte ausgelassen", "médias omis", "image absente",
        "vidéo absente", "audio omis", "sticker omis", "document manquant", "multimedia omitido",
        "archivo omitido", "imagen omitida", "video omitido", "audio omitido", "sticker omitido", "gif omitido",
        "documento omitido", "mídia oculta", "arquivo de mídia oculto", "imagem ocultada", "vídeo omitido",
        "áudio ocultado", "figurinha omitida", "media omessi", "immagine omessa", "video omesso", "audio omesso",
        "sticker omesso", "media weggelaten", "afbeelding weggelaten", "video weggelaten", "audio weggelaten",
        "pominięto multimedia", "obraz pominięto", "без медиафайлов", "medya dahil edilmedi", "media omise",
    ]

    /// In brackets behind the name of a file that was exported with the chat.
    static let attached: Set<String> = [
        "file attached", "datei angehängt", "fichier joint", "archivo adjunto", "arquivo anexado", "file allegato",
        "bestand bijgevoegd", "plik dołączony", "załączono plik", "файл добавлен", "dosya ekli",
    ]

    static let attachedStarts = ["attached:", "anhang:", "adjunto:", "pièce jointe", "anexo:", "allegato:", "bijlage:"]

    static let calls: Set<String> = [
        "missed voice call", "missed video call", "missed group voice call", "missed group video call", "voice call",
        "video call", "verpasster sprachanruf", "verpasster videoanruf", "waiting for this message",
        "waiting for this message. this may take a while", "this message can't be displayed here",
    ]

    /// Beginnings of sentences that nobody but the program writes.
    static let notices = [
        "messages and calls are end-to-end encrypted", "messages to this group are now secured",
        "messages you send to this group are now secured", "messages to this chat and calls are now secured",
        "messages you send to this chat and calls are now secured", "your security code with",
        "this chat is with a business account", "you're now an admin", "you’re now an admin",
        "nachrichten und anrufe sind ende-zu-ende-verschlüsselt", "nachrichten in diesem chat sowie anrufe sind jetzt",
        "los mensajes y las llamadas están cifrados", "les messages et les appels sont chiffrés",
        "as mensagens e as chamadas são", "as mensagens e chamadas são", "as mensagens e ligações são protegidas",
        "i messaggi e le chiamate sono crittografati",
        "berichten en oproepen zijn end-to-end", "wiadomości i połączenia są",
    ]

    /// Parts of sentences of the program, looked for only where it marks them as its own.
    static let events = [
        "end-to-end encrypted", "created this group", "created group", "created the group", " added ", "was added",
        "were added", " left", " removed ", "was removed", "joined using", "joined from", "joined the",
        "changed this group", "changed the group", "changed the subject", "changed their phone number",
        "changed to +", "changed the settings", "security code", "disappearing messages", "message timer",
        "now an admin",
        "no longer an admin", "pinned a message", "started a call", "started a video call", "is a contact",
        "business account", "requested to join", "request to join", "admin approval", "deleted this group",
        "blocked this contact", "unblocked this contact", "group description", "group's icon", "invite link",
        "advanced chat privacy", "hat die gruppe", "hinzugefügt", "beigetreten", "a créé le groupe", "a ajouté",
        "creó el grupo", "añadió a", "salió", "criou o grupo", "adicionou", "saiu", "ha aggiunto", "ha creato",
        "heeft de groep", "toegevoegd",
    ]
}
