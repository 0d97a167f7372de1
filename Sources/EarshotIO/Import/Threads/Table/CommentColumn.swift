/// The columns of a comments table: our names, which are those of the CSV template, and others' names for them.
enum CommentColumn: Int, CaseIterable, Sendable {
    case text, threadID, threadTitle, threadURL, place, network, commentID, parentID, author, postedAt, url, likes
    case dislikes, position, ward, item, moderation, role, depth, linkedURL

    /// As in the CSV template and in `meeting.yaml`: the first of the synonyms.
    var name: String { synonyms[0] }

    /// Normalised headers, best first: where a file has several, the first of this list is read.
    ///
    /// Sources: the exports of Polis, Decidim, Go Vocal, Granicus, Consult, CONSUL, CrowdTangle and common usage.
    /// An author's id is preferred to a name. "comments" stands last: in some exports it is a count.
    var synonyms: [String] {
        switch self {
        case .text:
            [
                "text", "comment_text", "comment_body", "body", "comment", "message", "content", "response_text",
                "response", "answer_text", "answer", "statement_text", "statement", "survey_text", "post_text",
                "feedback", "representation", "submission_text", "your_comment", "your_comments", "your_views",
                "your_feedback", "your_response", "your_answer", "ecomment", "e_comment", "comment_content",
                "comment_message", "commenttext", "full_text", "selftext", "views", "reply", "post", "contribution",
                "comments",
            ]
        case .threadID:
            [
                "thread_id", "thread", "topic_id", "conversation_id", "discussion_id", "submission_id", "link_id",
                "commentable_id", "zid",
            ]
        case .threadTitle:
            [
                "thread_title", "topic_title", "title", "subject", "topic", "discussion", "conversation",
                "question_text", "question", "consultation_name", "consultation", "input", "submission_title",
            ]
        case .threadURL: ["thread_url", "topic_url", "discussion_url", "root_commentable_url", "page_url"]
        case .place:
            ["place", "group_name", "group", "page_name", "community", "subreddit", "forum", "site", "source"]
        case .network: ["network", "platform", "channel"]
        case .commentID:

            [
                "comment_id", "id", "response_id", "statement_id", "post_id", "message_id", "themefinder_id",
                "answer_id", "contribution_id", "submission_id", "commentid", "responseid", "uuid", "response_number",
                "reference_number", "response_reference",
                "reference", "ref", "unique_id",
            ]
        case .parentID:
            ["parent_id", "parent_comment_id", "parent", "in_reply_to_id", "in_reply_to", "reply_to_id", "reply_to"]
        case .author:
            [
                "author", "author_id", "username", "user_name", "user", "user_id", "handle", "screen_name",
                "participant_id", "participant", "respondent_id", "respondent", "commenter", "posted_by", "author_name",
                "name",
            ]
        case .postedAt:
            [
                "posted_at", "created_at", "published_at", "created_utc", "timestamp", "datetime", "date_time",
                "date_and_time", "created", "posted", "published", "submitted_at", "date_submitted", "submission_date",
                "submitted", "date_posted", "comment_date", "post_created", "completion_time", "date_received",
                "received", "response_date", "date_of_comment", "contribution_date", "createdat", "publishedat",
                "date_created", "created_date", "time_submitted", "submission_time", "last_submitted", "date", "time",
            ]
        case .url: ["url", "comment_url", "permalink", "link", "href"]
        case .likes:
            [
                "likes", "like_count", "likes_count", "upvotes", "upvotes_count", "agrees", "agree", "score", "points",
                "favourites", "favorites", "reactions", "ups", "total_agrees", "like", "thumbs_up", "number_of_likes",
                "likecount", "agreements",
            ]
        case .dislikes:
            [
                "dislikes", "dislike_count", "dislikes_count", "downvotes", "downvotes_count", "disagrees", "disagree",
                "downs", "total_disagrees", "dislike", "thumbs_down",
            ]
        case .position:
            [
                "position", "stance", "alignment", "support_or_object", "support_or_oppose", "for_or_against",
                "support_object", "support_oppose",
            ]
        case .ward: ["ward", "ward_name", "electoral_ward", "division", "electoral_division", "your_ward"]
        case .item:
            ["item", "agenda_item", "item_number", "agenda_item_number", "agenda_item_title", "item_title", "item_id"]
        case .moderation:
            [
                "moderation", "moderated", "moderation_status", "mod", "approved", "published_status", "status",
                "state",
                "deleted", "is_deleted", "removed", "is_removed", "hidden", "is_hidden", "spam", "is_spam",
            ]
        case .role: ["role", "author_role", "user_role"]
        case .depth: ["depth"]
        case .linkedURL: ["linked_url", "article_url", "story_url"]
        }
    }

    /// What a header of personal data that is never stored holds; `nil` for every other header.
    static func personal(_ normalised: String) -> String? {
        let words = normalised.split(separator: "_")
        func has(_ names: String...) -> Bool { names.contains { words.contains(Substring($0)) } }
        // A whole question may speak of mobile phones; what people answer then tells.
        guard words.count <= 6 else { return nil }
        if has("email", "emails", "mail") || normalised.contains("e_mail") || normalised.hasSuffix("email")
            || normalised.contains("emailaddress")
        {
            return "e-mail addresses"
        }
        if has("ip", "ips", "ipaddress") { return "IP addresses" }
        if has("phone", "telephone", "tel", "mobile", "phonenumber") { return "phone numbers" }
        return nil
    }

    /// Lower case, everything but letters and digits one "_": "Comment-Body " is "comment_body".
    static func normalised(_ header: String) -> String {
        var out = ""
        var gap = false
        for character in header.lowercased() {
            if character.isLetter || character.isNumber {
                if gap, !out.isEmpty { out.append("_") }
                gap = false
                out.append(character)
            } else {
                gap = true
            }
        }
        return out
    }
}
