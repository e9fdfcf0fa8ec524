"""The table of routes: every command leads somewhere, every name in it is there and takes what it is given."""

import inspect
import re
from functools import partial
from pathlib import Path

import pytest

from coach.casebook.book import Casebook
from coach.engine.cadence import Every
from screens import routes
from screens.client import keys
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.tab import Tab
from screens.routes import FORMS, ROUTES, TABS, load

COMMANDS = [each for each in vars(commands).values() if isinstance(each, type) and each.__module__ == commands.__name__]
NAMES = sorted(set(re.findall(r'(form\()?"([a-z_.]+:\w+)"', Path(routes.__file__).read_text())))


def test_every_command_has_a_row() -> None:
    assert set(ROUTES) == set(COMMANDS) - {commands.Command}


@pytest.mark.parametrize(("form", "name"), NAMES)
def test_every_name_is_there(form: str, name: str) -> None:
    assert callable(load(name, FORMS) if form else load(name))


@pytest.mark.parametrize("command", ROUTES, ids=lambda command: command.__name__)
def test_what_a_row_opens_takes_what_its_command_holds(command: type[commands.Command]) -> None:
    route = ROUTES[command]
    given = inspect.getclosurevars(route).nonlocals
    if given.keys() == {"name"} and route.__qualname__.startswith("by."):
        route = load(given["name"])
    if "name" in given and route is ROUTES[command]:
        fields = {} if given.get("no_fields") else dict.fromkeys(set(command.__match_args__) - {"fresh"})
        form = route.__qualname__.startswith("form.")
        opened = inspect.signature(partial(load(given["name"], FORMS), None) if form else load(given["name"]))
        opened.bind(**fields) if route.__qualname__.split(".")[0] != "top_place" else opened.bind()
    elif "sit" not in given:
        assert list(inspect.signature(route).parameters.values())[1].annotation is command


@pytest.mark.parametrize(("tab", "name"), TABS.items())
def test_every_tab_has_its_key_and_does_what_it_offers(tab: str, name: str) -> None:
    kind = load(name)
    assert issubclass(kind, Tab)
    assert all(callable(getattr(kind, f"action_{each}")) for each in kind.OFFERS)
    assert f"client.tab.{tab}" in {each.id for each in keys.KEYS}


def test_every_key_of_a_tab_is_offered_by_one() -> None:
    wanted = {found[1] for each in keys.KEYS if (found := re.match(r"tab\('(\w+)'", each.action))}
    assert wanted == frozenset().union(*(load(name).OFFERS for name in TABS.values()))
    assert tuple(TABS) == keys.TABS


async def test_a_command_given_twice_in_a_row_opens_one(book: Casebook) -> None:
    from screens.app import CoachApp

    client = book.clients.add("Acme").id
    book.rhythms.set(client, Every.WEEKLY)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for command in (
            commands.ShowClient(client, "log"),
            commands.ShowBoundaries(),
            commands.ShowLetters(client),
            commands.ShowCheckIns(client),
            commands.OpenCheckIn(client),
            commands.SetRhythm(client),
            commands.PutOffCheckIn(client, skip=True),
            commands.LogIncident(client),
            commands.SomethingHappened(),
            commands.HoldReply(client),
            commands.ShowTry(client),
            commands.AddProspect(),
            commands.StartAudit(),
        ):
            depth = len(app.screen_stack)
            app.post_message(command)
            app.post_message(command)
            await pilot.pause()
            assert len(app.screen_stack) == depth + 1, command
            app.pop_screen()
            await pilot.pause()


async def test_another_client_s_page_takes_the_place_of_the_one_shown(book: Casebook) -> None:
    from screens.app import CoachApp

    first, second = (book.clients.add(name).id for name in ("Acme", "Bex"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for client, tab in ((first, "now"), (second, "now"), (second, "plan")):
            app.post_message(commands.ShowClient(client, tab))
            await pilot.pause()
            assert isinstance(app.screen, ClientScreen)
            assert (app.screen.client_id, app.screen.tab, len(app.screen_stack)) == (client, tab, 3)
