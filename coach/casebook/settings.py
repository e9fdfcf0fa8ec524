"""How the coach was set: any value by key. Knows no key by name."""

from coach.casebook.desk import Noun
from coach.store import settings


class Settings(Noun):
    """Verbs about settings."""

    def get(self, key: str, default: object = None) -> object:
        """A setting's value, or the default."""
        return settings.get(self.store, key, default)

    def set(self, key: str, value: object) -> None:
        """Keep a setting."""
        with self.store.write("setting", self.clock.now(), None) as writer:
            settings.put(writer, key, value)

    def remember(self, key: str, value: object) -> None:
        """Keep how something was left, such as a mode: undo passes over it."""
        settings.remember(self.store, key, value)
