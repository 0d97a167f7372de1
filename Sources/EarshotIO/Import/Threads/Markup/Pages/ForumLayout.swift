/// How one program lays its conversations out on a page. The names of classes are those of its own templates.
struct ForumLayout: Sendable {
    /// For people: "phpBB".
    var name: String
    /// Lower case, for the thread's network; empty for layouts of many programs.
    var network: String
    /// Texts of which a page with the layout has one, lower case.
    var marks: [String]
    var posts: [PageSelector]
    /// In this order: the first that a post holds is read.
    var body: [PageSelector]
    var author: [PageSelector]
    var date: [PageSelector]
    /// Attributes of the post that hold its id, its author, its time, its score and what it answers.
    var idAttributes = ["id"]
    var authorAttributes: [String] = []
    var dateAttributes: [String] = []
    var scoreAttributes: [String] = []
    var parentAttributes: [String] = []
    /// Inside a body, what is no word of the author's.
    var skipped: [PageSelector] = []
    /// The post that opens the conversation, where it is laid out unlike the others.
    var opening: [PageSelector] = []
    /// Whether the first post opens the conversation; else all are comments under a page.
    var opens = true

    /// Asked in this order; that with the most posts is taken.
    static let all: [ForumLayout] = [
        xenForo, xenForo1, phpBB, vBulletin5, vBulletin4, vBulletin3, simpleMachines, myBB, invision, discourseCrawler,
        discourse, oldReddit, reddit, nodeBB, flarum, vanilla, hackerNews, stackExchange, drupal, wordPress, disqus,
        microformats,
    ]

    private static let times: [PageSelector] = ["time[datetime]", "abbr[title]"]

    static let xenForo = ForumLayout(
        name: "XenForo", network: "xenforo", marks: ["data-content=\"post-", "message--post"],
        posts: ["article.message--post", "article.message[data-content^=post-]", "div.message[data-content^=post-]"],
        body: [".bbWrapper", ".message-body"], author: [".username", ".message-name"], date: times,
        idAttributes: ["data-content", "id"], authorAttributes: ["data-author"],
        skipped: [".message-signature", ".js-selectToQuoteEnd", ".message-lastEdit"])
    static let xenForo1 = ForumLayout(
        name: "XenForo 1", network: "xenforo", marks: ["messagetext"], posts: ["li.message[id^=post-#]"],
        body: ["blockquote.messageText", ".messageText"], author: [".username"],
        date: ["abbr.DateTime[data-time]", "span.DateTime[title]"], authorAttributes: ["data-author"])
    static let phpBB = ForumLayout(
        name: "phpBB", network: "phpbb", marks: ["postbody"], posts: ["div.post[id^=p#]", "article.post[id^=p#]"],
        body: ["div.content", ".postbody"], author: [".username", ".username-coloured", ".postauthor", "dt"],
        date: ["time[datetime]", "p.author", ".postdate"], skipped: [".signature", ".notice", ".post-buttons", "h3"])
    static let vBulletin5 = ForumLayout(
        name: "vBulletin 5", network: "vbulletin", marks: ["js-post__content-text"],
        posts: ["li.b-post[data-node-id]"], body: [".js-post__content-text"], author: [".author"],
        date: times, idAttributes: ["data-node-id"], skipped: [".post-signature"])
    static let vBulletin4 = ForumLayout(
        name: "vBulletin 4", network: "vbulletin", marks: ["postbit", "postcontainer"],
        posts: ["li.postcontainer[id^=post_#]", "li.postbitlegacy[id^=post_#]", "li.postbit[id^=post_#]"],
        // The box of the words is a blockquote, too.
        body: ["blockquote.postcontent", "[id^=post_message_#]"], author: [".username"],
        date: [".postdate", ".date"], skipped: [".signature", ".after_content"])
    static let vBulletin3 = ForumLayout(
        name: "vBulletin 3", network: "vbulletin", marks: ["post_message_"], posts: ["table[id^=post#]"],
        body: ["[id^=post_message_#]"], author: [".bigusername"], date: ["td.thead"])
    static let simpleMachines = ForumLayout(
        name: "Simple Machines", network: "smf", marks: ["post_wrapper"], posts: ["div.post_wrapper"],
        body: ["div.inner[id^=msg_#]", "div.inner"], author: ["h4"], date: [".smalltext"],
        idAttributes: [], skipped: [".signature"])
    static let myBB = ForumLayout(
        name: "MyBB", network: "mybb", marks: ["post_body"], posts: ["div.post[id^=post_#]"], body: [".post_body"],
        author: [".largetext", ".author_information"], date: [".post_date"], skipped: [".post_edit"])
    static let invision = ForumLayout(
        name: "Invision Community", network: "invision", marks: ["elcomment_"],
        posts: ["article[id^=elComment_#]"], body: ["[data-role=commentContent]", ".ipsType_richText"],
        author: [".ipsComment_author", ".ipsEntry__username", "h3"], date: times)
    static let discourseCrawler = ForumLayout(
        name: "Discourse (page for search engines)", network: "discourse", marks: ["crawler-post"],
        posts: ["div.crawler-post"], body: ["div.post"], author: [".creator"],
        date: ["time[datetime]", ".crawler-post-infos"])
    static let discourse = ForumLayout(
        name: "Discourse", network: "discourse", marks: ["data-post-id="], posts: ["article[data-post-id]"],
        body: [".cooked"], author: [".username", ".names"], date: [".relative-date[data-time]", "time[datetime]"],
        idAttributes: ["data-post-id"])
    static let oldReddit = ForumLayout(
        name: "Reddit (old pages)", network: "reddit", marks: ["usertext-body"],
        posts: ["div.comment[data-fullname^=t1_]"], body: [".usertext-body"], author: ["a.author"], date: times,
        idAttributes: ["data-fullname"], authorAttributes: ["data-author"], opening: ["div.link[data-fullname^=t3_]"],
        opens: false)
    static let reddit = ForumLayout(
        name: "Reddit", network: "reddit", marks: ["<shreddit-comment"], posts: ["shreddit-comment"],
        body: ["[slot=comment]", "[slot=text-body]"], author: [], date: times,
        idAttributes: ["thingid", "id", "permalink"],
        authorAttributes: ["author"], dateAttributes: ["created-timestamp", "created"], scoreAttributes: ["score"],
        parentAttributes: ["parentid"], opening: ["shreddit-post"], opens: false)
    static let nodeBB = ForumLayout(
        name: "NodeBB", network: "nodebb", marks: ["component=\"post\""], posts: ["li[component=post][data-pid]"],
        body: ["[component=post/content]"], author: [], date: ["time[datetime]", ".timeago[title]"],
        idAttributes: ["data-pid"], authorAttributes: ["data-username"], dateAttributes: ["data-timestamp"])
    static let flarum = ForumLayout(
        name: "Flarum", network: "flarum", marks: ["commentpost"], posts: ["article.CommentPost"],
        body: [".Post-body"], author: [".PostUser-name", ".username"], date: times, idAttributes: ["data-id"])
    static let vanilla = ForumLayout(
        name: "Vanilla", network: "vanilla", marks: ["itemcomment", "itemdiscussion"],
        posts: [".ItemDiscussion[id^=Discussion_]", ".ItemComment[id^=Comment_]"], body: [".Message", ".userContent"],
        author: [".Username", ".Author"], date: times)
    static let hackerNews = ForumLayout(
        name: "Hacker News", network: "hackernews", marks: ["comtr"], posts: ["tr.comtr"], body: [".commtext"],
        author: ["a.hnuser"], date: [".age[title]"], skipped: [".reply"], opens: false)
    static let drupal = ForumLayout(
        name: "Drupal comments", network: "drupal", marks: ["comment-body", "comment__content"],
        posts: ["article.comment", "div.comment.js-comment", "div.comment[about]"],
        body: [
            ".field--name-comment-body", ".field-name-comment-body", ".comment__content", ".content",
        ], author: [".username"], date: ["time[datetime]", "[data-comment-timestamp]", ".submitted", ".comment__time"],
        idAttributes: ["id", "data-comment-user-id"], skipped: ["ul.links"], opens: false)
    static let wordPress = ForumLayout(
        name: "WordPress comments", network: "wordpress",
        marks: [
            "commentlist", "comment-list", "comment-content", "comment-body", "comment-text", "wp-block-comment-",
        ],
        posts: ["li.comment", "div.comment[id^=comment-#]", "article.comment[id^=comment-#]"],
        body: [
            ".comment-content", ".wp-block-comment-content", ".comment-text", ".comment_content", ".comment-body",
            ".commentbody",
        ],
        author: [".fn", ".comment-author", ".wp-block-comment-author-name", ".commentauthor"],
        date: ["time[datetime]", ".comment-metadata", ".comment-meta", ".comment-date"],
        skipped: [
            ".comment-author", ".comment-meta", ".comment-metadata", ".reply", ".comment-reply-link",
            ".comment-awaiting-moderation", ".vcard", ".comment-actions",
        ], opens: false)
    static let stackExchange = ForumLayout(
        name: "Stack Exchange", network: "stackexchange", marks: ["data-questionid"],
        posts: ["div.question[data-questionid]", "div.answer[data-answerid]", "li.comment[data-comment-id]"],
        body: [".js-post-body", ".post-text", ".comment-copy"],
        author: ["[itemprop=name]", ".comment-user", ".user-details"],
        date: [".relativetime[title]", ".relativetime-clean[title]"],
        idAttributes: ["data-questionid", "data-answerid", "data-comment-id"], scoreAttributes: ["data-score"])
    static let disqus = ForumLayout(
        name: "Disqus", network: "disqus", marks: ["post-message-container"], posts: ["li.post[id^=post-#]"],
        body: [".post-message", ".post-message-container"], author: [".author", ".post-byline"],
        date: [".time-ago[title]"], opens: false)
    static let microformats = ForumLayout(
        name: "comments marked as h-cite", network: "", marks: ["h-cite"],
        posts: [".u-comment.h-cite", ".p-comment.h-cite", ".p-comment.h-entry"],
        body: [".e-content", ".p-content", ".p-name"], author: [".p-author"], date: [".dt-published"], opens: false)
}
