/// Finds e-mail addresses, account names and links to people's pages.
enum RedactionOnline {
    /// An e-mail address, a link or "u/name" that begins at `i`. A link that is no person's page is matched without a
    /// kind, so that the digits in it are left alone; as a link where the redaction is strict.
    static func match(_ text: Span<UInt8>, _ i: Int, _ isStrict: Bool = false) -> RedactionMatch? {
        if let match = user(text, i) { return match }
        var j = i
        var dots = 0
        while j < text.count, j - i < longestLocalPart, isLocal(text[j]) {
            if text[j] == UInt8(ascii: ".") { dots += 1 }
            j += 1
        }
        guard j < text.count || isStrict else { return nil }
        switch j < text.count ? text[j] : 0x20 {
        case UInt8(ascii: "@"):
            return domainEnd(text, j + 1).map { RedactionMatch(.email, end: $0) }
        case UInt8(ascii: ":")
        where j + 2 < text.count && text[j + 1] == text[j + 2] && text[j + 1] == UInt8(ascii: "/"):
            let scheme = Ascii.lowered(text, i..<j)
            return scheme == "http" || scheme == "https" ? link(text, i, host: j + 3, isStrict) : nil
        case UInt8(ascii: "/") where dots > 0 && domainEnd(text, i) == j:
            return link(text, i, host: i, isStrict)
        default:
            guard isStrict, dots > 1, Ascii.holds(text, Array("www.".utf8), at: i) else { return nil }
            return domainEnd(text, i).map { RedactionMatch(.link, end: $0) }
        }
    }

    /// "@name", on the fediverse "@name@example.social".
    static func handle(_ text: Span<UInt8>, _ i: Int) -> RedactionMatch? {
        guard i + 2 < text.count || (i + 1 < text.count && text[i + 1] >= 0xC3) else { return nil }
        guard text[i + 1] >= 0xC3 || Ascii.isLetter(text[i + 1]) || text[i + 1] == UInt8(ascii: "_") else { return nil }
        var end = i + 1
        while end < text.count {
            let isInner = text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
            let holds = Ascii.isWord(text[end]) || isNameByte(text, end)
            guard holds || (isInner && end + 1 < text.count && Ascii.isWord(text[end + 1])) else { break }
            end += 1
        }
        guard end > i + 2 else { return nil }
        if end < text.count, text[end] == UInt8(ascii: "@"), let domain = domainEnd(text, end + 1) { end = domain }
        return RedactionMatch(.handle, end: end)
    }

    /// "u/name" or "/u/name", as Reddit writes people.
    static func user(_ text: Span<UInt8>, _ i: Int) -> RedactionMatch? {
        let start = text[i] == UInt8(ascii: "/") ? i + 1 : i
        guard start + 4 < text.count, text[start] | 32 == UInt8(ascii: "u"), text[start + 1] == UInt8(ascii: "/")
        else { return nil }
        var end = start + 2
        while end < text.count, Ascii.isWord(text[end]) || text[end] == UInt8(ascii: "-") { end += 1 }
        return (3...20).contains(end - start - 2) ? RedactionMatch(.handle, end: end) : nil
    }

    // RFC 5321 allows 64 bytes before the "@"; the room above that is for links written without "https://".
    private static let longestLocalPart = 100

    private static func isLocal(_ byte: UInt8) -> Bool {
        if Ascii.isWord(byte) { return true }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "'"): return true
        default: return false
        }
    }

    /// Part of a letter beyond ASCII, no punctuation (U+2000…) or emoji.
    private static func isNameByte(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard text[i] >= 0x80 else { return false }
        var start = i
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        let scalar = Scalars.decode(text, at: start).scalar
        return scalar >= 0xC0 && scalar < 0x2000
    }

    /// The end of a host name with at least one dot and a top level of two letters or more; a closing dot or hyphen is
    /// no part of it.
    private static func domainEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var end = start
        var dot: Int?
        while end < text.count {
            if text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-") {
                guard end > start, end + 1 < text.count, Ascii.isWord(text[end + 1]) else { break }
                if text[end] == UInt8(ascii: ".") { dot = end }
            } else if !Ascii.isWord(text[end]) || text[end] == UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard let dot, end - dot > 2 else { return nil }
        for i in (dot + 1)..<end where Ascii.isDigit(text[i]) { return nil }
        return end
    }

    private static func link(_ text: Span<UInt8>, _ i: Int, host: Int, _ isStrict: Bool) -> RedactionMatch? {
        var end = host
        var holdsAt = false
        while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">"),
            text[end] != UInt8(ascii: "\"")
        {
            if text[end] == UInt8(ascii: "@") { holdsAt = true }
            end += 1
        }
        while end > host, isClosing(text[end - 1]) { end -= 1 }
        guard end > host else { return nil }
        let isPersonal = holdsAt || isProfile(Ascii.lowered(text, host..<end))
        return RedactionMatch(isPersonal ? .profile : isStrict ? .link : nil, end: end)
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// `address`: host and path in lower case, without the scheme.
    private static func isProfile(_ address: String) -> Bool {
        let parts = address.split(separator: "/", omittingEmptySubsequences: true)
        // "pic.twitter.com" holds pictures.
        guard let host = parts.first, parts.count > 1, !host.hasPrefix("pic.") else { return false }
        let site = sites.first { host == $0.host || host.hasSuffix("." + $0.host) }
        guard let site else { return false }
        let first = parts[1].prefix { $0 != "?" && $0 != "#" }
        if site.folders.isEmpty { return !site.ownPages.contains(String(first)) && !first.isEmpty }
        return parts.count > 2 && site.folders.contains(String(first))
    }

    private struct Site {
        var host: String
        /// Pages of the site itself in the first place of the path; all others are people.
        var ownPages: [String] = []
        /// Where not empty: the folders in which people's pages lie.
        var folders: [String] = []
    }

    /// Source: how the sites wrote the addresses of their pages in November 2026, from their own help pages.
    private static let sites: [Site] = [
        Site(
            host: "facebook.com",
            ownPages: [
                "groups", "events", "watch", "sharer", "sharer.php", "hashtag", "marketplace", "help", "login", "photo",
                "photo.php", "story.php", "share", "reel", "search", "gaming", "business", "policies",
            ]),
        Site(host: "fb.me"),
        Site(host: "fb.com", ownPages: ["groups", "events", "watch", "share", "reel"]),
        Site(host: "twitter.com", ownPages: ["i", "search", "hashtag", "intent", "share", "home", "explore"]),
        Site(host: "x.com", ownPages: ["i", "search", "hashtag", "intent", "share", "home", "explore"]),
        Site(host: "instagram.com", ownPages: ["p", "reel", "reels", "explore", "stories", "tv"]),
        Site(host: "tiktok.com", ownPages: ["tag", "music", "discover", "search"]),
        Site(host: "linkedin.com", folders: ["in", "pub"]),
        Site(host: "reddit.com", folders: ["u", "user"]),
        Site(host: "youtube.com", folders: ["user", "c", "channel"]),
        Site(host: "bsky.app", folders: ["profile"]),
        Site(host: "nextdoor.com", folders: ["profile"]),
        Site(host: "nextdoor.co.uk", folders: ["profile"]),
        Site(host: "t.me", ownPages: ["s", "share", "joinchat"]),
        Site(host: "wa.me"),
        Site(host: "snapchat.com", folders: ["add"]),
        Site(host: "quora.com", folders: ["profile"]),
        Site(host: "flickr.com", folders: ["people", "photos"]),
        Site(host: "strava.com", folders: ["athletes"]),
        Site(host: "disqus.com", folders: ["by"]),
        Site(host: "change.org", folders: ["u"]),
        Site(host: "vk.com", ownPages: ["wall", "feed", "video", "search"]),
        Site(host: "twitch.tv", ownPages: ["directory", "videos", "p"]),
        Site(host: "pinterest.com", ownPages: ["pin", "search", "ideas"]),
        Site(host: "pinterest.co.uk", ownPages: ["pin", "search", "ideas"]),
        Site(host: "linktr.ee"),
    ]
}
