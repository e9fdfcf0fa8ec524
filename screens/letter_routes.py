"""Which screen answers a command about letters and the guide. Opens screens; draws nothing and reads no record."""

from textual import on

from coach.casebook.letters import PACK
from screens.frame import commands
from screens.routes import Routes


class LetterRoutes(Routes):
    """An app that knows the screens of letters and of the guide; a command given twice in a row opens one."""

    @on(commands.ShowLetters)
    def _letters(self, message: commands.ShowLetters) -> None:
        from screens.letters.choose import WriteScreen
        from screens.letters.letter import LetterScreen
        from screens.letters.welcome_pack import PackScreen

        client_id, letter_id = message.client_id, message.letter_id
        if isinstance(self.screen, (LetterScreen, PackScreen)):
            return
        if letter_id == PACK:
            self.push_screen(PackScreen(client_id))
        elif letter_id:
            self.push_screen(LetterScreen(client_id, letter_id, message.boundary))
        elif not isinstance(self.screen, WriteScreen):
            self.push_screen(WriteScreen(client_id))

    @on(commands.ShowGuide)
    def _guide(self, message: commands.ShowGuide) -> None:
        from screens.guide.guide import GuideScreen
        from screens.guide.page import GuidePageScreen

        if not message.topic:
            self._only(GuideScreen())
        elif not isinstance(self.screen, GuidePageScreen):
            self.push_screen(GuidePageScreen(message.topic, message.place))
