"""Which screen answers a command about boundaries. Opens screens; draws nothing and reads no record."""

from textual import on

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.routes import Routes


class BoundaryRoutes(Routes):
    """An app that knows the screens of boundaries; a command given twice in a row opens one."""

    @on(commands.ShowBoundaries)
    def _boundaries(self, message: commands.ShowBoundaries) -> None:
        from screens.boundaries.boundaries import BoundariesScreen

        if not isinstance(self.screen, BoundariesScreen):
            self.push_screen(BoundariesScreen(message.tab))

    @on(commands.ShowBoundary)
    def _boundary(self, message: commands.ShowBoundary) -> None:
        from screens.boundaries.boundary import BoundaryScreen

        if not isinstance(self.screen, BoundaryScreen):
            self.push_screen(BoundaryScreen(message.boundary, message.client_id, message.tab))

    @on(commands.ShowAudit)
    def _audit_result(self, message: commands.ShowAudit) -> None:
        from screens.boundaries.audit_result import AuditResultScreen

        if message.fresh and not isinstance(self.screen, AuditResultScreen):
            self.switch_screen(AuditResultScreen())
        elif not isinstance(self.screen, AuditResultScreen):
            self.push_screen(AuditResultScreen())

    @on(commands.StartAudit)
    def _audit(self) -> None:
        """Open the interview on the audit, in place of the result of an earlier one."""
        from screens.boundaries.audit_result import AuditResultScreen
        from screens.checks.ask import AskScreen

        if isinstance(self.screen, AskScreen):
            return
        try:
            screen = AskScreen(self.book.begin_audit())
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.switch_screen(screen) if isinstance(self.screen, AuditResultScreen) else self.push_screen(screen)
