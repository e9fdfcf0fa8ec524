"""The guide at the command line."""

from tests.commands.shell import Shell


def test_the_guide_is_listed_and_read(shell: Shell) -> None:
    topics = [line.split()[0] for line in shell.run("guide").out.splitlines()]
    assert len(topics) == 16
    page = shell.run("guide", topics[0]).out
    assert page.startswith("Why set boundaries at all\n") and "S000-" not in page and "##" not in page
