"""The public pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.pages.practice import NOW, page, practice, service, sop, stored, workspace
from vagen.model.audience import PUBLIC
from vagen.pages import public
from vagen.pages.parts import MoneyView
from vagen.source.markdown import read_prose

BOTH = {"en": "Posts", "he": "פוסטים"}
POSTS = service(
    "posts",
    title=BOTH,
    deliverables=[BOTH],
    not_included=["Ads"],
    price="4800",
    unit="month",
    turnaround=BOTH,
)
HIDDEN = service("quiet", public="no")
PROFILE = {"niche": BOTH, "intro": "Intro", "about": BOTH, "for_whom": [BOTH], "skills": ["Words"]}


def planned(**kept):
    of = kept.pop("of", practice(profile=PROFILE))
    plan = public.plan(workspace(of=of, **kept), NOW)
    assert {(one.audience, one.kind) for one in plan.artifacts} <= {(PUBLIC, "public")}
    return plan


def pages(plan):
    return {artifact.path: artifact.content for artifact in plan.artifacts}


def test_a_practice_alone_has_a_home_a_404_and_an_icon():
    found = pages(planned(of=practice()))
    assert sorted(found) == ["404.html", "favicon.svg", "index.html"]
    home = found["index.html"].view
    assert (home.niche, home.intro, home.about, home.for_whom, home.packages) == (
        "",
        "",
        "",
        (),
        (),
    )
    assert found["404.html"].view == public.NotFoundView("he", "נועה ברקאי", "#125d72")
    assert found["favicon.svg"].view == public.FaviconView("נ", "#125d72")


def test_home_speaks_the_practices_language():
    home = pages(planned(services=(POSTS, HIDDEN)))["index.html"]
    view = home.view
    assert (home.template, home.language) == ("public/home.html.j2", "he")
    assert (view.niche, view.intro, view.about) == ("פוסטים", "Intro", "פוסטים")
    assert (view.for_whom, view.skills) == (("פוסטים",), ("Words",))
    assert [one.id for one in view.packages] == ["posts"]
    assert (view.frame.section, view.frame.indexed) == ("home", True)


def test_a_package_has_a_page_unless_it_is_not_public():
    found = pages(planned(services=(POSTS, HIDDEN)))
    assert "services/quiet/index.html" not in found
    package = found["services/posts/index.html"].view.package
    assert package == public.PackageView(
        id="posts",
        path="services/posts/",
        title="פוסטים",
        deliverables=("פוסטים",),
        not_included=("Ads",),
        price=MoneyView(Decimal(4800), "ILS"),
        unit="month",
        turnaround="פוסטים",
    )


def test_a_package_may_have_a_currency_of_its_own_or_no_price():
    abroad = service("abroad", price="38", currency="GBP")
    found = pages(planned(services=(abroad, service("free"))))
    assert found["services/abroad/index.html"].view.package.price.currency == "GBP"
    assert found["services/free/index.html"].view.package.price is None


def test_a_further_page_in_its_own_language():
    found = pages(planned(pages=(page("about", title=BOTH, summary=BOTH, language="en"),)))
    content = found["about/index.html"]
    assert (content.language, content.view.title, content.view.summary) == ("en", "Posts", "Posts")
    assert (content.view.frame.language, content.view.frame.practice) == ("en", "Noa Barkai")


def test_files_stand_beside_the_pages_that_use_them():
    prose, _ = read_prose("![a](files/me.png)", "content/pages/about.md", 4)
    files = (stored("content/pages/files/me.png"), stored("content/pages/files/else.png"))
    found = pages(planned(pages=(replace(page("about"), prose=prose, files=files),)))
    assert found["files/me.png"].source == files[0]
    assert "files/else.png" not in found


def test_links_of_what_is_not_public_are_looked_at_and_its_files_stay():
    prose, _ = read_prose("[x](../notes/x.md) [[office/team]]", "content/services/quiet.md", 4)
    hidden = replace(HIDDEN, prose=prose)
    plan = planned(services=(hidden,), sops=(sop("office/team"),))
    assert [one.code for one in plan.problems] == ["link-outside"]
    assert "services/quiet/index.html" not in pages(plan)


def test_a_page_may_not_take_the_place_of_others():
    plan = planned(pages=(page("handbook"),))
    assert [(one.code, one.at.path) for one in plan.problems] == [
        ("two-pages-one-path", "content/pages/handbook.md")
    ]
    assert "handbook/index.html" not in pages(plan)


def test_a_sitemap_needs_an_address():
    kept = {
        "services": (POSTS, HIDDEN),
        "pages": (page("about"),),
        "sops": (sop("a/b", audience="public"), sop("a/c")),
    }
    assert "sitemap.xml" not in pages(planned(**kept))
    view = pages(planned(of=practice(url="https://barkai.example"), **kept))["sitemap.xml"].view
    assert view.addresses == (
        "https://barkai.example/",
        "https://barkai.example/services/posts/",
        "https://barkai.example/about/",
        "https://barkai.example/sops/a/b/",
    )
    assert view.changed == date(2026, 11, 23)
