"""The page in a browser: no request, no error, nothing that shuts a reader out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.report.conftest import Made

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, made: Made) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(made.report.html.as_uri())
    yield opened
    opened.close()


def test_nothing_is_asked_for_and_nothing_complains(browser: Browser, made: Made) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(made.report.html.as_uri(), wait_until="networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [made.report.html.as_uri()]
    page.close()


def test_axe_finds_nothing_serious(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    grave = [
        (one["id"], one["nodes"][0]["html"][:200])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert grave == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_table_scrolls_in_its_own_frame_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    frame = page.locator(".scroll").first
    frame.focus()
    assert frame.evaluate("one => one === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0", timeout=3000)


def test_an_answer_leads_to_its_place_and_back_without_a_script(
    browser: Browser, made: Made
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(made.report.html.as_uri())
    page.locator("#tbl-questions a[href^='#s']").first.click()
    place = page.url.split("#")[1]
    assert place.startswith("s")
    back = page.locator(f"#{place} ~ .back a").first
    back.click()
    assert "#answer-" in page.url
    context.close()


def test_the_skip_link_shows_itself_when_it_has_the_focus(page: Page) -> None:
    page.keyboard.press("Tab")
    box = page.locator("a.skip").bounding_box()
    assert box is not None and box["y"] >= 0
