"""The practice: vagen.yaml."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vagen.model.channel import Response
from vagen.model.flag import Flag
from vagen.model.identifier import Id
from vagen.model.invoicing import BankAccount, Invoicing, PaymentMethod
from vagen.model.money import Currency
from vagen.model.place import Country, Language, Zone
from vagen.model.reach import Colour, Email, Link, Phone
from vagen.model.record import Record, key
from vagen.model.schedule import Absence, Block, Holidays, Week
from vagen.model.tax import Tax, TaxCategory
from vagen.model.words import Words


class Brand(Record):
    """How the pages look."""

    colour: Colour = key(
        "The one colour that everything follows.",
        seen="everyone",
        default="#125d72",
        example='"#125d72"',
    )
    logo: str | None = key(
        "A picture under content/: svg, png or jpg.",
        seen="everyone",
        default=None,
        example="content/brand/logo.svg",
    )


class Profile(Record):
    """What the public page and the welcome kit say about the practice."""

    niche: Words | None = key(
        "What the practice does, in one sentence: the headline of the home page.",
        seen="public",
        default=None,
        example="The steady half of a small fashion brand",
    )
    intro: Words | None = key(
        "Two or three sentences below the headline.", seen="public", default=None
    )
    for_whom: tuple[Words, ...] = key(
        "Whom the practice works for, an entry each.", seen="public", default=()
    )
    skills: tuple[Words, ...] = key(
        "What the practice is good at, an entry each.", seen="public", default=()
    )
    about: Words | None = key(
        "Who I am: the first words of every welcome kit.", seen="everyone", default=None
    )
    needs: tuple[Words, ...] = key(
        "What I need from a client to begin: a list in the welcome kit.", seen="client", default=()
    )
    promise: Words | None = key(
        "One sentence a client may hold me to; it closes the welcome kit.",
        seen="client",
        default=None,
    )


class Kind(Record):
    """A kind of work."""

    id: Id = key("Its name in logs and tasks.", seen="client", example="content")
    label: Words = key("What clients read.", seen="client", example="Content")
    billable: Flag = key(
        "Whether its time is billed unless an entry says `!`.", seen="owner", default=True
    )


class Area(Record):
    """An area of the handbook: a folder of content/sops/."""

    id: Id = key("The folder's name.", seen="team", example="office")
    label: Words = key("What the handbook calls it.", seen="team", example="Office")


class TeamDoor(Record):
    """The sealed handbook's door."""

    turn: int = key("Which key is in use; one more makes a new one.", seen="owner", default=1)


class Publishing(Record):
    """What may leave the machine (used once sealing exists)."""

    key_id: str | None = key(
        "The practice key's id.", seen="owner", default=None, alias="key", example="3f9a01c2"
    )
    desk: Flag = key("Publish the owner's desk, sealed.", seen="owner", default=False)
    team: TeamDoor | None = key("The handbook's door.", seen="owner", default=None)
    invented: Flag = key("Nothing in this workspace is real.", seen="owner", default=False)


class Practice(Record):
    """vagen.yaml: the practice itself."""

    name: Words = key(
        "The practice's name, as pages show it.", seen="everyone", example="Noa Barkai"
    )
    legal_name: Words | None = key(
        "The name on documents, where it differs.", seen="client", default=None
    )
    owner: Words = key("Who runs it.", seen="everyone", example="Noa Barkai")
    email: Email = key("Where clients write.", seen="everyone", example="noa@barkai.example")
    phone: Phone | None = key(
        "Where clients call.", seen="client", default=None, example="+972 54 555 0142"
    )
    address: Words | None = key(
        "The address on documents, a line a line.", seen="client", default=None
    )
    country: Country = key("Where the practice is established.", seen="everyone", example="IL")
    language: Language = key(
        "The language of the owner, the handbook and the public pages.",
        seen="everyone",
        example="he",
    )
    timezone: Zone = key(
        "The zone of the log and of the working hours.", seen="everyone", example="Asia/Jerusalem"
    )
    currency: Currency = key("The home currency.", seen="everyone", example="ILS")
    url: Link | None = key(
        "Where the public pages stand; with it there is a sitemap.",
        seen="everyone",
        default=None,
        example="https://barkai.example/",
    )
    brand: Brand = key("Colour and logo.", seen="everyone", default=Brand())
    profile: Profile = key("What is said about the practice.", seen="everyone", default=Profile())
    hours: Week = key(
        "Working hours, a key a weekday (`sun` … `sat`).", seen="everyone", default=Week()
    )
    away: tuple[Absence, ...] = key("Absences.", seen="client", default=())
    holidays: Holidays | None = key("Public holidays kept.", seen="client", default=None)
    response: Response = key("How soon I answer, per channel.", seen="client", default=Response())
    tax: Tax = key("Tax registration and rates.", seen="client", default=Tax())
    bank: tuple[BankAccount, ...] = key("Accounts to be paid into.", seen="client", default=())
    payment: tuple[PaymentMethod, ...] = key("Other ways to be paid.", seen="client", default=())
    invoice: Invoicing = key(
        "Numbering, terms and rounding of documents.", seen="client", default=Invoicing()
    )
    kinds: tuple[Kind, ...] = key("Kinds of work.", seen="client", default=())
    areas: tuple[Area, ...] = key(
        "What the handbook's areas are called, else by their folders.", seen="team", default=()
    )
    week: tuple[Block, ...] = key("The planned week.", seen="owner", default=())
    publish: Publishing = key("Publishing and sealing.", seen="owner", default=Publishing())

    def rate_on(self, day: date, category: TaxCategory) -> Decimal | None:
        """The rate (percent) of a tax category on a day, None where none is stated."""
        rates = [one for one in self.tax.rates if one.category == category]
        valid = [one for one in rates if one.since is None or one.since <= day]
        return max(valid, key=lambda one: one.since or date.min).rate if valid else None

    def area_name(self, folder: str) -> str:
        """What an area of the handbook is called, in the practice's language."""
        named = next((area for area in self.areas if area.id == folder), None)
        return named.label.within(self.language) if named else folder.replace("-", " ").capitalize()

    def kind(self, name: str) -> Kind | None:
        """The kind of work with this id."""
        return next((kind for kind in self.kinds if kind.id == name), None)
