"""Which screen answers which command: the table at the end, and the few ways in. Opens screens; draws nothing."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from coach.casebook.book import Casebook
from coach.casebook.checks.sitting import Sitting
from coach.casebook.letters import PACK
from screens.frame import commands
from screens.frame.commands import Command
from screens.frame.frame import Frame

if TYPE_CHECKING:
    from screens.client.client import ClientScreen

FORMS = "coach.forms"
Route = Callable[[Frame, Any], None]
"""What is done on a command of one kind."""


def follow(app: Frame, command: Command) -> None:
    """Do what a command asks for."""
    ROUTES[type(command)](app, command)


def load(name: str, room: str = "screens") -> Any:
    """What has that name, as ``clients.clients:ClientsScreen``; its module is loaded only when it is wanted."""
    module, _, what = name.partition(":")
    return getattr(import_module(f"{room}.{module}"), what)


def top_place(name: str) -> Route:
    """A place of the top line, with nothing behind it to go back to."""

    def route(app: Frame, _: Command) -> None:
        while len(app.screen_stack) > 2:
            app.pop_screen()
        _show(app, load(name)(), instead=len(app.screen_stack) == 2)

    return route


def on_top(name: str, then: Callable[[Frame, Any, Any], None] | None = None, no_fields: bool = False) -> Route:
    """A screen given the fields of its command, or nothing, on top of the one shown unless one of its kind is that.

    ``then`` is given the command, and what the screen ends with.
    """

    def route(app: Frame, command: Command) -> None:
        given = {} if no_fields else _fields(command)
        _push(app, name, partial(then, app, command) if then else None, **given)

    return route


def form(name: str, then: Callable[[Frame, Any, Any], None] | None = None, no_fields: bool = False) -> Route:
    """A form, made of the fields of its command or of nothing, unless it is asked already.

    ``then`` is given the command and what was kept; it follows nothing that was left.
    """

    def route(app: Frame, command: Command) -> None:
        given = {} if no_fields else _fields(command)

        def make(book: Casebook) -> Any:
            return load(name, FORMS)(book, **given)

        load("frame.form:ask_form")(app, make, partial(then, app, command) if then else None)

    return route


def result(name: str) -> Route:
    """What a check says: fresh in place of the questions that led to it, later on top."""

    def route(app: Frame, command: Any) -> None:
        kind = load(name)
        if type(app.screen) is not kind:
            _show(app, kind(**_fields(command)), instead=command.fresh)

    return route


def interview(sit: Callable[[Casebook, Any], Sitting], grown_from: str = "") -> Route:
    """The questions of a sitting, in place of the result it grew from; one at a time."""

    def route(app: Frame, command: Command) -> None:
        kind = load("checks.ask:AskScreen")
        if isinstance(app.screen, kind) or (sitting := app.attempt(lambda: sit(app.book, command))) is None:
            return
        _show(app, kind(sitting), instead=bool(grown_from) and isinstance(app.screen, load(grown_from)))

    return route


def by(name: str) -> Route:
    """A function of a place, where several screens follow each other."""
    return lambda app, command: load(name)(app, command)


def _fields(command: Command) -> dict[str, object]:
    """What a screen is given: every field but whether a result is fresh, which says only where it stands."""
    return {name: getattr(command, name) for name in command.__match_args__ if name != "fresh"}


def _show(app: Frame, screen: Any, instead: bool) -> None:
    app.switch_screen(screen) if instead else app.push_screen(screen)


def _push(app: Frame, name: str, then: Callable[[Any], None] | None = None, **given: object) -> None:
    kind = load(name)
    if type(app.screen) is not kind:
        app.push_screen(kind(**given), then)


def _client(app: Frame, command: commands.ShowClient) -> None:
    """A client's page with its tabs; another client, or another tab, in place of the one shown."""
    kind, shown = load("client.client:ClientScreen"), app.screen
    if not isinstance(shown, kind) or (shown.client_id, shown.tab) != (command.client_id, command.tab):
        _show(app, client_page(command.client_id, command.tab), instead=isinstance(shown, kind))


def client_page(client_id: int, tab: str = "now") -> "ClientScreen":
    """A client's page with the tabs of the table, each loaded when it is first turned to."""
    from screens.client.client import ClientScreen

    def make(name: str, *given: object) -> Any:
        return load(name)(*given)

    return ClientScreen(client_id, {tab: partial(make, name) for tab, name in TABS.items()}, tab)


def _client_added(app: Frame, command: commands.AddClient, client_id: int) -> None:
    app.post_message(commands.StartCheck(client_id) if command.check else commands.ShowClient(client_id))


def _check_chosen(app: Frame, _: commands.StartCheck, assessment_id: int) -> None:
    follow(app, commands.ResumeCheck(assessment_id))


def _prospect_added(app: Frame, _: commands.AddProspect, client_id: int) -> None:
    app.post_message(commands.AskProspect(client_id))


def _go_on(app: Frame, command: commands.GoOn) -> None:
    """The form that was left, by the command that asks it."""
    kind, _, rest = command.form.partition(":")
    if kind in LEFT:
        follow(app, LEFT[kind](command.client_id, rest))


def _guide(app: Frame, command: commands.ShowGuide) -> None:
    """The field guide, or one of its pages."""
    route = on_top("guide.page:GuidePageScreen") if command.topic else top_place("guide.guide:GuideScreen")
    route(app, command)


def _letters(app: Frame, command: commands.ShowLetters) -> None:
    """The letters to choose from, the welcome pack, or one letter; nothing while one is being written."""
    letter, pack = load("letters.letter:LetterScreen"), load("letters.welcome_pack:PackScreen")
    if isinstance(app.screen, (letter, pack)):
        return
    if command.letter_id == PACK:
        app.push_screen(pack(command.client_id))
    elif command.letter_id:
        app.push_screen(letter(command.client_id, command.letter_id, command.boundary))
    else:
        _push(app, "letters.choose:WriteScreen", client_id=command.client_id)


def _check_in(app: Frame, command: commands.OpenCheckIn) -> None:
    if app.attempt(lambda: app.book.check_ins.one(command.client_id, command.on_day)) is not None:
        on_top("check_ins.rest:RestOfCheckInDialog")(app, command)


def _plan_exit(app: Frame, command: commands.PlanExit) -> None:
    """Open a plan where there is none, and turn to it."""
    if app.attempt(lambda: app.book.exits.open(command.client_id)) is not None:
        app.post_message(commands.ShowClient(command.client_id, "plan"))


def _look_around(app: Frame, _: commands.LookAround) -> None:
    app.notify(app.words.say("incidents", "today.look_how"), markup=False, timeout=12)


VERDICT = "checks.recommendation:VerdictScreen"

TABS: Mapping[str, str] = {
    "now": "client.now:NowTab",
    "trends": "trends.tab:TrendsTab",
    "log": "log.tab:LogTab",
    "boundaries": "boundaries.tab:BoundariesTab",
    "plan": "exits.tab:PlanTab",
    "history": "client.history:HistoryTab",
}
"""The tabs of a client's page, in order."""

LEFT: Mapping[str, Callable[[Any, str], Command]] = {
    "add_client": lambda _, __: commands.AddClient(),
    "add_prospect": lambda _, __: commands.AddProspect(),
    "decision": lambda _, check: commands.TakeDecision(int(check)),
    "log": lambda client_id, rest: commands.LogIncident(client_id, int(rest) if rest else None, fixed=False),
    "hold": lambda client_id, _: commands.HoldReply(client_id),
    "longer": lambda _, rest: commands.ShowHeld(int(rest)),
}
"""The way back to a form that was left, by its kind, from the client it is about and what else its id names."""

ROUTES: Mapping[type[Command], Route] = {
    commands.ShowToday: top_place("today.today:TodayScreen"),
    commands.ShowClients: top_place("clients.clients:ClientsScreen"),
    commands.ShowLimits: top_place("limits.limits:LimitsScreen"),
    commands.ShowGuide: _guide,
    commands.ShowSettings: on_top("frame.settings.screen:SettingsScreen"),
    commands.ShowKeys: on_top("frame.keys.screen:KeysScreen"),
    commands.ShowClient: _client,
    commands.AddClient: form("clients:new_client", _client_added, no_fields=True),
    commands.RenameClient: form("clients:rename"),
    commands.GoOn: _go_on,
    # Checks
    commands.StartCheck: form("checks:start", _check_chosen),
    commands.ResumeCheck: interview(lambda book, it: book.checks.resume(it.assessment_id), VERDICT),
    commands.DeepenCheck: interview(lambda book, it: book.checks.deepen(it.assessment_id), VERDICT),
    commands.ShowVerdict: result(VERDICT),
    commands.ShowReasons: on_top("checks.reasons:ReasonsScreen"),
    commands.TakeDecision: form("checks:decision"),
    # Boundaries
    commands.ShowBoundaries: on_top("boundaries.boundaries:BoundariesScreen"),
    commands.ShowBoundary: on_top("boundaries.boundary:BoundaryScreen"),
    commands.StartAudit: interview(lambda book, _: book.audit.begin(), "boundaries.audit_result:AuditResultScreen"),
    commands.ShowAudit: result("boundaries.audit_result:AuditResultScreen"),
    # Letters
    commands.ShowLetters: _letters,
    # The weeks between
    commands.ShowCheckIns: on_top("check_ins.check_ins:CheckInsScreen"),
    commands.OpenCheckIn: _check_in,
    commands.SetRhythm: form("check_ins:rhythm"),
    commands.PutOffCheckIn: form("check_ins:put_off"),
    commands.ShowInvoices: on_top("check_ins.invoices:InvoicesDialog"),
    commands.SetHolidays: form("check_ins:days_off"),
    commands.LogIncident: by("log.flow:log"),
    commands.SomethingHappened: by("log.flow:something_happened"),
    commands.LookAround: _look_around,
    commands.HoldReply: by("log.flow:hold"),
    commands.ShowHeld: by("log.flow:held"),
    commands.ShowTry: on_top("tries.last_try:LastTryScreen"),
    commands.ShowChanged: on_top("trends.changed:ChangedScreen"),
    commands.ShowReceipt: on_top("receipts.receipt:ReceiptScreen"),
    # Before signing, and endings
    commands.ShowProspects: on_top("prospects.prospects:ProspectsScreen"),
    commands.AddProspect: form("clients:new_prospect", _prospect_added),
    commands.AskProspect: interview(
        lambda book, it: book.prospects.begin(it.client_id), "prospects.prospect:ProspectScreen"
    ),
    commands.ShowProspect: result("prospects.prospect:ProspectScreen"),
    commands.PlanExit: _plan_exit,
    commands.ShowCall: on_top("calls.call:CallScreen"),
}
