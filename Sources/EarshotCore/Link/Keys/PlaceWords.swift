/// The words by which names of places and schemes are told in an agenda.
enum PlaceWords {
    /// Last words of a name that are nearly always one, even in a thread without capitals: "acacia road".
    static let streets = [
        "road", "street", "lane", "avenue", "gardens", "crescent", "terrace", "grove", "mews", "square", "boulevard",
        "parade", "promenade", "wharf", "quay", "lido", "playground", "allotments", "cemetery", "crematorium",
        "library",
        "roundabout", "pavilion", "recreation",
    ]

    /// Last words of a name that are common words too: "law school", "real estate" name no place.
    static let others = [
        "close", "drive", "way", "walk", "row", "park", "school", "academy", "college", "nursery", "museum", "theatre",
        "estate", "bridge", "garden", "court", "green", "common", "heath", "wood", "woods", "field", "fields", "meadow",
        "meadows", "centre", "yard", "harbour", "dock", "market", "station", "hospital", "surgery", "church", "chapel",
        "hall", "house", "lodge", "hill", "place", "rise", "circus", "junction", "crossroads", "baths", "pool",
        "stadium", "arena", "beach", "pier", "farm", "depot", "tower", "towers", "ward", "parish", "scheme",
        "neighbourhood", "quarter", "river", "brook", "canal", "lake", "reservoir", "plaza", "highway", "trail",
        "creek",
    ]

    /// Short forms and the words they stand for. "St" is Street at the end of a name and Saint before that, so all
    /// three count as the same word.
    static let abbreviations = [
        ("rd", "road"), ("st", "street"), ("saint", "street"), ("ln", "lane"), ("ave", "avenue"), ("av", "avenue"),
        ("cl", "close"), ("dr", "drive"), ("pk", "park"), ("sch", "school"), ("gdns", "gardens"), ("gdn", "garden"),
        ("ct", "court"), ("sq", "square"), ("ctr", "centre"), ("center", "centre"), ("stn", "station"),
        ("hosp", "hospital"), ("hse", "house"), ("pl", "place"), ("terr", "terrace"), ("cres", "crescent"),
        ("gr", "grove"), ("blvd", "boulevard"), ("hwy", "highway"),
    ]

    /// Words that name no place together with a type word: "Primary School", "Community Centre".
    static let generic = [
        "primary", "secondary", "community", "leisure", "public", "car", "council", "housing", "local", "central",
        "conservation", "health", "medical", "sports", "swimming", "shopping", "railway", "bus", "police", "fire",
        "nursery", "infant", "junior", "high", "main", "town", "city", "village", "market", "civic", "county",
        "district", "pilot", "grant", "grants", "new", "play", "private", "care", "resource", "family", "children's",
        "law",
        "real", "side", "back", "busy", "whole", "entire", "affordable", "social", "safe", "flood", "traffic",
        "parking",
        "neighbourhood", "apartment", "tower",
    ]

    /// Words that open a title in capitals without being part of the name after them: "Proposed Closure Acacia Road".
    static let openers = [
        "proposed", "proposal", "proposals", "petition", "regarding", "consultation", "application", "applications",
        "update", "report", "review", "closure", "closing", "close", "resurfacing", "improvement", "improvements",
        "introduction", "implementation", "traffic", "parking", "objection", "objections", "request", "land", "site",
        "former", "at", "on", "in", "of", "for", "to", "the", "and", "or", "by", "from", "near", "adjacent", "rear",
        "outside", "a", "an", "new", "zebra", "pedestrian", "crossing", "junction", "disposal", "lease", "sale",
        "acquisition", "purchase", "redevelopment", "regeneration", "refurbishment", "demolition", "extension",
        "future", "funding", "award", "contract", "amendment", "amendments", "experimental", "permanent", "temporary",
        "public", "annual", "draft", "final", "results", "order", "licence", "planning", "item", "appendix", "re",
        "save", "approve", "approval", "variation", "change", "use", "friends", "residents", "councillor", "cllr",
        "do", "does", "did", "should", "shall", "will", "would", "can", "could", "may", "must", "is", "are", "was",
        "be",
        "has", "have", "get", "gets", "into", "over", "under", "up", "out", "off", "how", "why", "what", "when",
        "where",
        "who", "which", "it", "its", "we", "us", "you", "our", "your", "their", "his", "her", "that", "this", "these",
        "those", "with", "without", "after", "before", "not", "no", "all", "each", "every", "any", "some", "more",
        "make", "keep", "stop", "ban", "against", "about", "if", "as", "but", "so", "than", "too", "very", "only",
    ]

    /// Names of which nearly every town has one: true but weak evidence.
    static let everywhere = [
        "high street", "main street", "main road", "town hall", "town centre", "city centre", "village hall",
        "village green", "market square", "market place", "civic centre", "railway station", "bus station",
        "city hall", "county hall", "the green",
    ]
}
