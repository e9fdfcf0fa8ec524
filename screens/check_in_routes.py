"""Which screen answers a command about check-ins. Opens screens; draws nothing and reads no record of its own."""

from textual import on

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.frame.place import Place
from screens.routes import Routes


class CheckInRoutes(Routes):
    """An app that knows the screens of check-ins; a command given twice in a row opens one."""

    @on(commands.ShowCheckIns)
    def _check_ins(self, message: commands.ShowCheckIns) -> None:
        from screens.check_ins.check_ins import CheckInsScreen

        self.open_on_top(CheckInsScreen(message.client_id))

    @on(commands.OpenCheckIn)
    def _sheet(self, message: commands.OpenCheckIn) -> None:
        from screens.check_ins.rest import CheckInSheet

        try:
            self.book.check_in_of(message.client_id, message.on_day)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.open_on_top(CheckInSheet(message.client_id, message.on_day), self._refreshed)

    @on(commands.SetRhythm)
    def _rhythm(self, message: commands.SetRhythm) -> None:
        from screens.check_ins.rhythm import RhythmDialog

        try:
            place = self.book.check_in_of(message.client_id).place
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.open_on_top(RhythmDialog(place), self._refreshed)

    @on(commands.PutOffCheckIn)
    def _put_off(self, message: commands.PutOffCheckIn) -> None:
        from screens.check_ins.dialogs import SkipDialog, SnoozeDialog

        self.open_on_top((SkipDialog if message.skip else SnoozeDialog)(message.client_id), self._refreshed)

    @on(commands.ShowInvoices)
    def _invoices(self, message: commands.ShowInvoices) -> None:
        from screens.check_ins.invoices import InvoicesDialog

        self.open_on_top(InvoicesDialog(message.client_id), self._refreshed)

    @on(commands.SetHolidays)
    def _holidays(self) -> None:
        from screens.check_ins.dialogs import HolidayDialog

        self.open_on_top(HolidayDialog(), self._refreshed)

    def _refreshed(self, kept: bool | None) -> None:
        """Read the place below again where something was kept."""
        if kept and isinstance(self.screen, Place):
            self.screen.refresh_place()
