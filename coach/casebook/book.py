"""The casebook the shells hold: its nouns, each made when first asked for, and how it is opened. Has no verb itself."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.casebook.desk import Desk
from coach.clock import Clock, system_clock
from coach.engine.value import replace
from coach.folders import places, prepare
from coach.library.library import Library
from coach.store.file.connection import connect

if TYPE_CHECKING:
    from coach.casebook.audit import Audit
    from coach.casebook.boundaries import Boundaries
    from coach.casebook.calls import Calls
    from coach.casebook.check_ins.check_ins import CheckIns
    from coach.casebook.check_ins.invoices import Invoices
    from coach.casebook.check_ins.rhythms import Rhythms
    from coach.casebook.checks.checks import Checks
    from coach.casebook.clients import Clients
    from coach.casebook.drafts import Drafts
    from coach.casebook.exits.exits import Exits
    from coach.casebook.exits.plans import ExitPlans
    from coach.casebook.exits.work import Work
    from coach.casebook.files import Files
    from coach.casebook.letters import Letters
    from coach.casebook.limits import Limits
    from coach.casebook.log.held_replies import HeldReplies
    from coach.casebook.log.log import Log
    from coach.casebook.log.timeline import Timeline
    from coach.casebook.overview import Overview
    from coach.casebook.prospects import Prospects
    from coach.casebook.receipts import Receipts
    from coach.casebook.records import Records
    from coach.casebook.settings import Settings
    from coach.casebook.trends.changes import Changes
    from coach.casebook.trends.trends import Trends
    from coach.casebook.tries import Tries


class Casebook:
    """Everything recorded, noun by noun; each is loaded when first asked for, since a short command needs few."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.store, self.library, self.clock, self.places = desk.store, desk.library, desk.clock, desk.places

    def replaced(self, clock: Clock | None = None, library: Library | None = None) -> "Casebook":
        """The same records at another time, or in other words."""
        desk = self.desk
        return Casebook(replace(desk, clock=clock or desk.clock, library=library or desk.library))

    def make_ready(self) -> None:
        """Load what writing takes, and the holidays that open exits count with, before a key waits for it."""
        self.records.make_ready()
        self.exits.load_holidays()

    @cached_property
    def clients(self) -> "Clients":
        from coach.casebook.clients import Clients

        return Clients(self.desk)

    @cached_property
    def overview(self) -> "Overview":
        from coach.casebook.overview import Overview

        return Overview(self.desk, self.clients, self.checks, self.trends)

    @cached_property
    def checks(self) -> "Checks":
        from coach.casebook.checks.checks import Checks

        return Checks(self.desk, self.clients, self.limits, self.boundaries)

    @cached_property
    def limits(self) -> "Limits":
        from coach.casebook.limits import Limits

        return Limits(self.desk)

    @cached_property
    def boundaries(self) -> "Boundaries":
        from coach.casebook.boundaries import Boundaries

        return Boundaries(self.desk, self.clients)

    @cached_property
    def audit(self) -> "Audit":
        from coach.casebook.audit import Audit

        return Audit(self.desk, self.checks, self.boundaries, self.overview)

    @cached_property
    def letters(self) -> "Letters":
        from coach.casebook.letters import Letters

        return Letters(self.desk, self.clients, self.limits, self.boundaries, self.files)

    @cached_property
    def check_ins(self) -> "CheckIns":
        from coach.casebook.check_ins.check_ins import CheckIns

        return CheckIns(self.desk, self.checks, self.rhythms, self.invoices)

    @cached_property
    def rhythms(self) -> "Rhythms":
        from coach.casebook.check_ins.rhythms import Rhythms

        return Rhythms(self.desk)

    @cached_property
    def invoices(self) -> "Invoices":
        from coach.casebook.check_ins.invoices import Invoices

        return Invoices(self.desk, self.clients, self.limits)

    @cached_property
    def log(self) -> "Log":
        from coach.casebook.log.log import Log

        return Log(self.desk, self.clients)

    @cached_property
    def held_replies(self) -> "HeldReplies":
        from coach.casebook.log.held_replies import HeldReplies

        return HeldReplies(self.desk)

    @cached_property
    def timeline(self) -> "Timeline":
        from coach.casebook.log.timeline import Timeline

        return Timeline(self.desk, self.log)

    @cached_property
    def tries(self) -> "Tries":
        from coach.casebook.tries import Tries

        return Tries(self.desk, self.clients, self.checks, self.boundaries)

    @cached_property
    def exits(self) -> "Exits":
        from coach.casebook.exits.exits import Exits

        return Exits(self.desk, self.clients, self.checks, self.boundaries, self.exit_plans)

    @cached_property
    def exit_plans(self) -> "ExitPlans":
        from coach.casebook.exits.plans import ExitPlans

        return ExitPlans(self.desk, self.clients, self.checks, self.limits)

    @cached_property
    def work(self) -> "Work":
        from coach.casebook.exits.work import Work

        return Work(self.desk, self.exit_plans)

    @cached_property
    def calls(self) -> "Calls":
        from coach.casebook.calls import Calls

        return Calls(self.desk, self.checks)

    @cached_property
    def prospects(self) -> "Prospects":
        from coach.casebook.prospects import Prospects

        return Prospects(self.desk, self.clients, self.checks)

    @cached_property
    def trends(self) -> "Trends":
        from coach.casebook.trends.trends import Trends

        return Trends(self.desk, self.clients, self.limits, self.log)

    @cached_property
    def changes(self) -> "Changes":
        from coach.casebook.trends.changes import Changes

        return Changes(self.desk, self.clients, self.checks, self.log, self.trends)

    @cached_property
    def receipts(self) -> "Receipts":
        from coach.casebook.receipts import Receipts

        return Receipts(self.desk, self.clients, self.limits, self.log, self.files)

    @cached_property
    def drafts(self) -> "Drafts":
        from coach.casebook.drafts import Drafts

        return Drafts(self.desk, self.clients)

    @cached_property
    def records(self) -> "Records":
        from coach.casebook.records import Records

        return Records(self.desk)

    @cached_property
    def settings(self) -> "Settings":
        from coach.casebook.settings import Settings

        return Settings(self.desk)

    @cached_property
    def files(self) -> "Files":
        from coach.casebook.files import Files

        return Files(self.desk)


def open_casebook(at: Path | None = None, clock: Clock | None = None, library: Library | None = None) -> Casebook:
    """The casebook at ``--at``, ``COACH_HOME`` or the platform's own folder; made where there is none.

    Raises StoreFault where the file cannot be used, OSError where its folder cannot be made, ValueError for a
    COACH_TODAY that is no day.
    """
    there = places(at)
    prepare(there)
    store = connect(there.database, create=True, backups=there.backups, reserve=there.reserve)
    return Casebook(Desk(store, library or Library(), clock or system_clock(), there))
