"""A host that cannot show who it is gives us nothing, and is sent nothing."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crawlers.asking import GivenUpError
from crawlers.looping import run
from tests.crawlers.file_host import Ticks, fetch, hosting
from tests.crawlers.scripted import Scripted, Taken, crawling, errands, terms, work


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """What anybody can show who stands in between."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2999, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    shown, kept = tmp_path / "shown.pem", tmp_path / "kept.pem"
    shown.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown, kept)
    return context


@pytest.fixture
def host(self_signed: ssl.SSLContext) -> Iterator[Scripted]:
    with hosting(Scripted(), self_signed) as host:
        assert isinstance(host, Scripted)
        yield host


def test_nothing_is_taken_from_a_host_that_cannot_show_who_it_is_and_no_key_is_sent_to_it(
    host: Scripted,
) -> None:
    taken = Taken()
    doing = work(host.hosts, errands(host, "/a", "/b"), taken)
    run(crawling(doing, terms(host.hosts, keys={"companies_house_bulk": "Basic a2V5Og=="})))

    assert (taken.jobs, dict(host.keys)) == ([], {})
    assert [problem.what for problem in doing.problems] == ["not given", "not given"]
    netloc = host.address.removeprefix("https://")
    assert doing.problems[0].why == (
        f"{host.address}/robots.txt is not asked for: {netloc} shows a certificate that is not to"
        " be trusted (self-signed certificate), so that somebody may be in between: nothing was"
        " sent to it. Look at this machine's clock and certificates (SSL_CERT_FILE names others),"
        " and at whatever stands between it and the publisher; then run the same command again"
    )


def test_a_file_is_not_downloaded_from_one_either_and_it_is_not_asked_twice(
    host: Scripted, tmp_path: Path
) -> None:
    ticks = Ticks()
    with pytest.raises(GivenUpError, match=r"\(self-signed certificate\)"):
        fetch(host, tmp_path / "file.bin", ticks=ticks)

    assert (host.paths, ticks.at) == ([], 0)
