"""How to reach and to pay someone: addresses, numbers and links that must work; and the colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator

from vagen.model.typed import in_any_case, instead, shown, text_schema, typed, written
from vagen.problems import Wrong, say

_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]{0,61}[^\W_])?[.])+[^\W\d_]{2,}")
_EMAIL_WITHIN = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[\w.-]+[^\W_]")
_PHONE = re.compile(r"[+][0-9][0-9 ().–-]*[0-9]")
_LOOSE_PHONE = re.compile(r"(?:[+]|00)[1-9][0-9 ()./–-]*[0-9]")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LINK_UNSAFE = re.compile(r"[\s\x00-\x20\x7f<>\"{}|\\^`]")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?[.])+[^\W\d_]{2,}|localhost")
_SCHEMES = ("https://", "mailto:", "tel:")
LONGEST_LINK = 2000
LEAST_DIGITS, MOST_DIGITS = 7, 15
"""Of an international phone number (ITU-T E.164)."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """An international phone number as it was typed, `+972 54 555 0142`."""

    typed: str

    @property
    def digits(self) -> str:
        """`972545550142`, as wa.me wants it."""
        return "".join(letter for letter in self.typed if letter in "0123456789")

    @property
    def link(self) -> str:
        """`tel:+972545550142`."""
        return f"tel:+{self.digits}"

    def __str__(self) -> str:
        return self.typed


def read_email(raw: object) -> str:
    """`dana@studio.example`; raises Wrong."""
    text = typed(raw, say("an e-mail address"), "dana@studio.example")
    if _EMAIL.fullmatch(text):
        return text
    message = say('"{value}" is not an e-mail address', value=shown(text))
    within = [found for found in _EMAIL_WITHIN.findall(text) if _EMAIL.fullmatch(found)]
    if len(within) == 1 and text.count("@") == 1:
        raise instead("bad-email", message, within[0])
    raise Wrong("bad-email", message, say("for example: {example}", example="dana@studio.example"))


def read_phone(raw: object) -> PhoneNumber:
    """`+972 54 555 0142`: international, so that clients abroad and WhatsApp reach it; raises Wrong."""
    if isinstance(raw, PhoneNumber):
        return raw
    text = typed(raw, say("a phone number"), "+972 54 555 0142")
    number = PhoneNumber(text)
    if _PHONE.fullmatch(text) and "(0)" not in text and _dialled(number):
        return number
    message = say('"{value}" is not an international phone number', value=shown(text))
    meant = re.sub("^00", "+", text.replace("(0)", " ")).replace("/", "-")
    if _LOOSE_PHONE.fullmatch(text) and _dialled(PhoneNumber(meant)):
        raise instead("bad-phone", message, " ".join(meant.split()))
    hint = say(
        "begin with + and the country, without the first 0: {example}", example="+972 54 555 0142"
    )
    raise Wrong("bad-phone", message, hint)


def _dialled(number: PhoneNumber) -> bool:
    return LEAST_DIGITS <= len(number.digits) <= MOST_DIGITS and number.digits[0] != "0"


def read_link(raw: object) -> str:
    """An https:, mailto: or tel: link; raises Wrong for any other (javascript:, data:, file: …)."""
    text = typed(raw, say("a link"), "https://studio.example/", most=LONGEST_LINK)
    scheme, colon, rest = text.partition(":")
    message = say('"{value}" is no link that vagen makes', value=shown(text))
    match scheme.casefold() if colon else "":
        case "https" if _is_web(text):
            return text
        case "http" if _is_web(f"https:{rest}"):
            raise instead(
                "bad-link", say("{value} is not encrypted", value=shown(text)), f"https:{rest}"
            )
        case "mailto" if _EMAIL.fullmatch(rest.partition("?")[0]) and not _LINK_UNSAFE.search(rest):
            return text
        case "tel" if _PHONE.fullmatch(rest) and not _LINK_UNSAFE.search(rest):
            return text
    meant = _link_meant(text)
    if meant:
        raise instead("bad-link", message, meant)
    hint = say("links begin with {schemes}", schemes="https://, mailto:, tel:")
    raise Wrong("bad-link", message, hint)


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
        known = parts.hostname is not None and _HOST.fullmatch(parts.hostname)
        return (
            bool(known)
            and parts.username is None
            and not _LINK_UNSAFE.search(text)
            and parts.port != 0
        )
    except ValueError:
        return False


def _link_meant(text: str) -> str | None:
    if _EMAIL.fullmatch(text):
        return f"mailto:{text}"
    if _PHONE.fullmatch(text) and _dialled(PhoneNumber(text)):
        return PhoneNumber(text).link
    text = text.removeprefix("//")
    bare = ":" not in text.partition("/")[0]
    return f"https://{text}" if bare and _is_web(f"https://{text}") else None


def read_iban(raw: object) -> str:
    """An IBAN with right check digits, without its spaces; raises Wrong."""
    from stdnum import iban

    text = typed(raw, say("an IBAN"), "IL62 0108 0000 0009 9999 999")
    number = re.sub(r"[\s-]", "", text).upper()
    if iban.is_valid(number):
        return number
    if re.fullmatch("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", number):
        message = say("the check digits of this IBAN do not fit: {value}", value=shown(text))
        raise Wrong("bad-iban", message, say("compare it with the bank's paper, digit by digit"))
    message = say('"{value}" is not an IBAN', value=shown(text))
    hint = say(
        "an IBAN is two letters, then digits: {example}", example="IL62 0108 0000 0009 9999 999"
    )
    raise Wrong("bad-iban", message, hint)


def read_bic(raw: object) -> str:
    """A BIC (SWIFT code, ISO 9362), 8 or 11 characters; raises Wrong."""
    from vagen.locale.places import is_country

    text = typed(raw, say("a BIC"), "LUMIILITXXX")
    code = text.replace(" ", "").upper()
    # Kosovo's banks have codes under XK, which ISO 3166 has not assigned.
    if _BIC.fullmatch(code) and (is_country(code[4:6]) or code[4:6] == "XK"):
        return code
    message = say('"{value}" is not a BIC', value=shown(text))
    hint = say("a BIC has 8 or 11 characters, for example: {example}", example="LUMIILITXXX")
    raise Wrong("bad-bic", message, hint)


def read_colour(raw: object) -> str:
    """`#125d72`, in small letters; raises Wrong."""
    if raw is None or raw == "":
        message = say("the colour is missing: without quotes, # begins a comment")
        raise Wrong("bad-colour", message, say("type: {replacement}", replacement='"#125d72"'))
    text = typed(raw, say("a colour"), '"#125d72"')
    if _COLOUR.fullmatch(text):
        return text.lower()
    message = say('"{value}" is not a colour', value=shown(text))
    bare = text.removeprefix("#")
    full = "".join(digit * 2 for digit in bare) if len(bare) == len("abc") else bare
    if _COLOUR.fullmatch(f"#{full}"):
        # Quoted: without, the # would begin a comment.
        raise instead("bad-colour", message, f'"#{full.lower()}"')
    hint = say("a colour is # and six digits 0-9, a-f, in quotes: {example}", example='"#125d72"')
    raise Wrong("bad-colour", message, hint)


Email = Annotated[
    str,
    PlainValidator(read_email),
    text_schema(r"^[^@\s]+@[^@\s]+[.][^@\s]+$", "dana@studio.example"),
]
Phone = Annotated[
    PhoneNumber,
    PlainValidator(read_phone),
    written(str),
    text_schema("^[+][0-9 ().–-]+$", "+972 54 555 0142", also=("number",)),
]
Link = Annotated[
    str,
    PlainValidator(read_link),
    text_schema(f"^({'|'.join(map(in_any_case, _SCHEMES))})", "https://studio.example/"),
]
Iban = Annotated[
    str,
    PlainValidator(read_iban),
    text_schema(r"^[\s-]*([A-Za-z][\s-]*){2}[A-Za-z0-9\s-]+$", "IL620108000000099999999"),
]
Bic = Annotated[
    str,
    PlainValidator(read_bic),
    text_schema("^([A-Za-z] *){6}([A-Za-z0-9] *){2}(([A-Za-z0-9] *){3})?$", "LUMIILITXXX"),
]
Colour = Annotated[str, PlainValidator(read_colour), text_schema(f"^{_COLOUR.pattern}$", "#125d72")]
