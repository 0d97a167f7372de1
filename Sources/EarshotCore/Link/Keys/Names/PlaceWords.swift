/// The words by which names of places and schemes are told in an agenda.
enum PlaceWords {
    /// Last words of a name that are nearly always one, even in a thread without capitals: "acacia road".
    static let streets = [
        "road", "street", "lane", "avenue", "gardens", "crescent", "terrace", "grove", "mews", "square", "boulevard",
        "parade", "promenade", "wharf", "quay", "lido", "playground", "allotments", "cemetery", "crematorium",
        "library", "roundabout", "pavilion", "inn", "tavern", "holland", "ltn", "cpz",
    ]

    /// Last words of a name that are common words too: "law school", "real estate" name no place.
    static let others = [
        "close", "drive", "way", "walk", "row", "park", "school", "academy", "college", "nursery", "museum", "theatre",
        "estate", "bridge", "garden", "court", "green", "common", "heath", "wood", "woods", "field", "fields", "meadow",
        "meadows", "centre", "yard", "harbour", "dock", "market", "station", "hospital", "surgery", "church", "chapel",
        "hall", "house", "lodge", "hill", "place", "rise", "circus", "junction", "crossroads", "baths", "pool",
        "stadium", "arena", "beach", "pier", "farm", "depot", "tower", "towers", "ward", "parish", "scheme",
        "neighbourhood", "quarter", "river", "brook", "canal", "lake", "reservoir", "plaza", "highway", "trail",
        "creek", "ground", "grounds", "arms", "hotel", "hostel", "club", "clinic", "hub", "island", "viaduct", "subway",
        "underpass", "footbridge", "marina", "racecourse", "golf", "moor", "marsh", "marshes", "warren", "spinney",
        "copse", "orchard", "orchards", "barracks", "mill", "works", "gate", "cross", "end", "view", "vale", "dene",
        "mount", "croft", "garth", "wynd", "gardens", "rec",
    ]

    /// Types that a name may end in without a capital: "the Marlpit estate".
    static let loose = ["road", "street", "lane", "avenue", "estate", "school", "park", "ward", "library"]

    /// Kinds of school and ground that stand for the whole name: "Oakfield Primary".
    static let shortKinds = ["primary", "infant", "junior", "secondary", "grammar", "nursery", "recreation", "leisure"]

    /// Short forms and the words they stand for. "St" is Street at the end of a name and Saint before that, so all
    /// three count as the same word.
    static let abbreviations = [
        ("rd", "road"), ("st", "street"), ("saint", "street"), ("ln", "lane"), ("ave", "avenue"), ("av", "avenue"),
        ("cl", "close"), ("dr", "drive"), ("pk", "park"), ("sch", "school"), ("gdns", "gardens"), ("gdn", "garden"),
        ("ct", "court"), ("sq", "square"), ("ctr", "centre"), ("center", "centre"), ("stn", "station"),
        ("hosp", "hospital"), ("hse", "house"), ("pl", "place"), ("terr", "terrace"), ("cres", "crescent"),
        ("gr", "grove"), ("blvd", "boulevard"), ("hwy", "highway"), ("rec", "recreation"), ("allotment", "allotments"),
        ("woods", "wood"), ("fields", "field"), ("meadows", "meadow"), ("towers", "tower"), ("grounds", "ground"),
        ("orchards", "orchard"), ("marshes", "marsh"), ("cllr", "councillor"), ("councilor", "councillor"),
        ("neighborhood", "neighbourhood"), ("estates", "estate"),
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
        "neighbourhood", "apartment", "tower", "ce", "rc", "cofe", "recreation", "playing", "grammar", "comprehensive",
        "industrial", "retail", "mini",
    ]

    /// Words that name no place together with a type word other than a street's: "Free School", "Rent Rise".
    static let genericBuildings = [
        "free", "polling", "national", "business", "retail", "industrial", "theme",
        "science", "skate", "crown", "supreme", "magistrates", "youth", "day", "summer", "special", "open", "full",
        "rent", "pay", "price", "tax", "rates", "relief", "charity", "sponsored", "farmers", "street", "power",
        "charging", "filling", "petrol", "gas", "pumping", "recycling", "household", "waste", "grammar",
        "comprehensive", "faith", "state", "boarding", "sixth", "form", "upper", "lower", "middle", "adult", "further",
        "higher", "education", "right", "rights", "permit", "support", "reduction", "payment", "benefit", "pension",
        "loan", "award", "voucher", "discount", "recreation", "playing", "football", "cricket",
        "low", "controlled", "zone", "wards", "members", "public", "country", "holiday", "caravan", "hotel",
        "art", "arts", "weight", "speed", "cost", "energy", "year", "week", "month", "term", "front", "dead", "west",
        "east", "north", "south", "night", "book", "job", "jobs", "food", "warm", "rainbow", "golf", "road", "tennis",
        "bowling", "bowls", "rugby", "working", "men's", "after", "lunch", "breakfast", "holiday", "homework", "green",
        "climate", "digital", "innovation", "enterprise", "transport", "travel", "mobility", "red", "blue",
        "white", "big", "small", "first", "second", "third", "wind", "solar", "dog", "pet", "water", "data",
        "distribution", "logistics", "residential", "nursing", "extra", "sheltered", "approved", "multi", "storey",
        "surface", "permitted", "prior", "appeal", "coroner's", "courts", "high", "religious", "capital", "gross",
        "improvement", "grant", "incentive", "apprenticeship", "rewards", "warmer", "homes", "flexible",
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
