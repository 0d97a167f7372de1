"""Words and runs of letters, as Sources/EarshotCore reads them (Words, LanguageReader)."""
import functools
import re

# Links, handles and hashtags tell nothing of a language; a word is letters with their marks and inner apostrophes.
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[@#]\w+|[.!?\n]+"
    r"|(?:[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+(?:['\u2019\u02bc\u00b4\u2018](?:[^\W\d_][\u0300-\u036f]*)+)*"
)
APOSTROPHES = "\u00b4\u02bc\u2018\u2019\u2032\uff07"


def fold_letter(letter):
    if letter in APOSTROPHES:
        return "'"
    if letter == "\u0130":
        return "i"
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


@functools.lru_cache(400_000)
def fold(word):
    return "".join(fold_letter(c) for c in word if c != "\u00ad" and not 0x200B <= ord(c) <= 0x200F)


def words(text):
    """(folded word, whether it may be a name: capitalised in mid-sentence) of a text."""
    found = []
    starts = True
    for token in TOKEN.findall(text):
        if token[0] in ".!?\n":
            starts = True
        elif token[0] not in "@#" and not token.startswith(("http", "www.")):
            word = fold(token)
            capital = token[0] != token[0].lower() and not (len(token) > 1 and token == token.upper())
            found.append((word, capital and not starts and len(token.encode()) > 1))
            starts = False
    return found


def runs(word):
    """Runs of two to four letters, with a blank at either end of the word."""
    padded = " " + word[:30] + " "
    return [padded[i : i + n] for i in range(len(padded) - 1) for n in (2, 3, 4) if i + n <= len(padded)]


def bucket_hash(run):
    """LanguageTable.grow over the letters."""
    value = 0x2545F491
    for letter in run:
        value = ((value ^ ord(letter)) * 0x9E3779B1) & 0xFFFFFFFF
        value ^= value >> 15
    return value


def word_hash(word):
    """Words.hash: FNV-1a over folded letters, those beyond ASCII lowest byte first."""
    value = 0xCBF29CE484222325
    for letter in word:
        rest = ord(letter)
        while rest:
            value = ((value ^ (rest & 0xFF)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
            rest >>= 8
    return value
