"""The files of a pack for other programs, and the pack as one file, beside the pack's own files."""
import json
import zipfile

import pandas

from difference import expect


def holds(pack):
    """What other programs read: the same comments once more, in their forms."""
    comments = [c for c in json.loads((pack / "pack.json").read_text("utf-8"))["comments"] if c["status"] == "included"]
    event = json.loads((pack / "opencivicdata-event.json").read_text("utf-8"))
    by_item = {item["id"]: item["extras"].get("comments", 0) for item in event["agenda"]}
    for item, count in by_item.items():
        expect(count, sum(c["item_id"] == item for c in comments), "opencivicdata-event.json", item, "comments")
    frame = pandas.read_csv(pack / "sensemaking.csv", dtype=str, keep_default_na=False, encoding="utf-8")
    place = "sensemaking.csv"
    expect(list(frame.columns[:2]), ["participant_id", "survey_text"], place, "header")
    expect(frame["participant_id"].tolist(), [str(n + 1) for n in range(len(comments))], place, "numbers")
    expect([len(t) >= len(c["text"]) for t, c in zip(frame["survey_text"], comments)], [True] * len(comments), place)
    about = {number: c for number, c in enumerate(comments, start=1) if c["item_id"]}
    respondents = json_lines(pack / "themefinder-respondents.jsonl")
    expect([r["themefinder_id"] for r in respondents], list(about), "themefinder-respondents.jsonl", "ids")
    parts = [path.stem.rsplit("-", 1)[1] for path in pack.glob("themefinder-question-*.json")]
    answered = sum(themefinder_holds(pack, part, about) for part in parts)
    expect(answered, len(about), "themefinder", "responses")
    return f"{len(comments)} comments, {answered} of them about {len(parts)} items"


def themefinder_holds(pack, part, about):
    """One item's files; how many comments they hold."""
    themes = json.loads((pack / f"themefinder-themes-{part}.json").read_text("utf-8"))
    known = {theme["theme_key"] for theme in themes}
    responses, mappings, sentiments = (
        json_lines(pack / f"themefinder-{kind}-{part}.jsonl") for kind in ("responses", "mapping", "sentiment"))
    for response, mapping, sentiment in zip(responses, mappings, sentiments, strict=True):
        number = response["themefinder_id"]
        place = (f"themefinder-*-{part}", f"themefinder_id {number}")
        expect([mapping["themefinder_id"], sentiment["themefinder_id"]], [number, number], *place, "ids")
        expect(response["text"], about[number]["text"], *place, "text")
        expect(set(mapping["theme_keys"]) <= known, True, *place, "themes are known")
        expect(sentiment["sentiment"] in {"AGREEMENT", "DISAGREEMENT", "UNCLEAR"}, True, *place, "sentiment is known")
    return len(responses)


def json_lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def zip_holds(pack):
    path = pack.with_name(pack.name + ".zip")
    with zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist()]
        expect(names, sorted(f"{pack.name}/{file.name}" for file in pack.iterdir()), path.name, "names")
        for name in names:
            expect(archive.read(name) == (pack.parent / name).read_bytes(), True, path.name, name, "bytes")
    return f"{len(names)} files"
