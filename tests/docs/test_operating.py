"""What the guide for operators says is what happens: its settings, its figures, its unit, its backups."""

import configparser
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from prometheus_client.metrics import MetricWrapperBase

from api.cli import main
from api.metrics import Metrics
from benchmarks.generated import readings
from tests.api.serving import serving
from tests.docs import settings_table
from tests.stores import Address, emptied, file_address, fingerprint

GUIDE = settings_table.PAGE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", GUIDE, flags=re.M | re.S))


def blocks(section: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", SECTIONS[section], flags=re.M | re.S)


def test_settings_table_is_what_the_program_has() -> None:
    assert settings_table.parts(GUIDE)[1] == settings_table.table(), (
        "run: python -m tests.docs.settings_table"
    )


def test_links_within_the_page_lead_to_its_sections() -> None:
    anchors = {re.sub(r"[^\w -]", "", name).lower().replace(" ", "-") for name in SECTIONS}
    assert set(re.findall(r"\]\(#([\w-]+)\)", GUIDE)) <= anchors


def test_every_figure_is_told_with_its_labels_and_kind() -> None:
    real = set()
    for collector in Metrics("1").registry._collector_to_names:
        assert isinstance(collector, MetricWrapperBase)
        (family,) = collector.describe()
        name = f"{family.name}_total" if family.type == "counter" else family.name
        real.add((name, ", ".join(f"`{label}`" for label in collector._labelnames), family.type))
    assert len(real) > 5
    rows = re.findall(r"^\| `(gkg_\w+)` \| (.+?) \| (\w+) \|", SECTIONS["Figures"], flags=re.M)
    assert set(rows) == real


def test_scrape_config_shows_a_key_to_what_is_scraped() -> None:
    (text,) = blocks("Figures", "yaml")
    (job,) = yaml.safe_load(text)["scrape_configs"]
    assert job["authorization"]["type"] == "Bearer"
    assert job["static_configs"] == [{"targets": ["127.0.0.1:8000"]}]


# The unit and the proxy.


@pytest.fixture
def unit() -> str:
    (text,) = blocks("A systemd unit", "ini")
    return text


def test_unit_is_well_formed_and_starts_what_exists(unit: str) -> None:
    assert all(re.fullmatch(r"\[\w+\]|[A-Z]\w+=.*|", line) for line in unit.splitlines())
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.read_string(unit)
    assert parser.sections() == ["Unit", "Service", "Install"]
    program, *arguments = shlex.split(parser["Service"]["ExecStart"])
    assert Path(program).name == "gkg"
    assert arguments == ["serve"]


def test_unit_satisfies_systemd_where_there_is_one(unit: str, tmp_path: Path) -> None:
    """With a program of this machine, and without the user that the guide makes."""
    tool = shutil.which("systemd-analyze")
    file = tmp_path / "gkg.service"
    file.write_text(unit.replace("/opt/gkg/.venv/bin/gkg", sys.executable).replace("User=gkg\n", ""))
    if tool is not None:
        command = [tool, "verify", "--man=no", file]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert [line for line in ran.stderr.splitlines() if "gkg.service" in line] == []


def test_proxy_is_well_formed_and_satisfies_nginx_where_there_is_one(tmp_path: Path) -> None:
    (server,) = blocks("Behind a reverse proxy", "nginx")
    lines = [line.partition("#")[0].strip() for line in server.splitlines()]
    assert all(line.endswith((";", "{", "}")) for line in lines if line)
    assert server.count("{") == server.count("}")
    plain = re.sub(r"^ *ssl_.*\n", "", server, flags=re.M).replace("443 ssl", "8443")
    file = tmp_path / "nginx.conf"
    file.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{plain}}}\n")
    tool = shutil.which("nginx")
    if tool is not None:
        command = [tool, "-t", "-e", "stderr", "-c", file]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert ran.returncode == 0, ran.stderr


# Logs, and backups.


def shell_line(text: str, starts: str) -> list[str]:
    return [line.removeprefix("$ ") for line in text.splitlines() if line.startswith(f"$ {starts}")]


def test_file_is_copied_while_it_is_served_and_copied_back(tmp_path: Path) -> None:
    save, back, *_ = blocks("Backup and restore", "console")
    address = file_address(tmp_path / "graph.db")
    with address.open() as store:
        store.add(readings(300))
        before = fingerprint(store)

    def run(block: str) -> None:
        for line in shell_line(block, ""):
            command = line.replace("python3", shlex.quote(sys.executable), 1)
            subprocess.run(command, shell=True, cwd=tmp_path, check=True, timeout=60)

    with serving(tmp_path, GKG_LOG_JSON="true") as served:
        run(save)
        articles = [event["article"] for event in served.request("/v1/events").json()["events"]]
        for article in set(articles):
            assert served.request(f"/v1/articles/{article}", "DELETE").status_code == 204
        log = served.end()
    with address.open() as store:
        assert fingerprint(store) != before
    run(back)
    with address.open() as store:
        assert fingerprint(store) == before
    assert_log_is_as_told(log)


def assert_log_is_as_told(log: str) -> None:
    """A request's line has the keys that the guide shows, in the guide's order."""
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["event"] == "request"]
    (shown,) = blocks("Logs", "json")
    assert requests
    assert {tuple(sorted(line)) for line in requests} == {tuple(sorted(json.loads(shown)))}


def test_two_exports_bring_any_store_back(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, save, back = blocks("Backup and restore", "console")
    with address.open() as store:
        store.add(readings(300))
        before = fingerprint(store)
    monkeypatch.chdir(tmp_path)

    def run(block: str, where: Address) -> None:
        for name, value in where.environment.items():
            monkeypatch.setenv(name, value)
        for line in shell_line(block, "gkg "):
            monkeypatch.setattr(sys, "argv", shlex.split(line))
            with pytest.raises(SystemExit) as ended:
                main()
            assert not ended.value.code, line

    run(save, address)
    is_file = address.uri.startswith("sqlite:")
    empty = file_address(tmp_path / "other.db") if is_file else emptied(address)
    run(back, empty)
    with empty.open() as store:
        assert fingerprint(store) == before
