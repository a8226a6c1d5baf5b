"""A real SMTP server for tests. Says its port on the first line, then one line of JSON for each letter it took."""
import argparse, asyncio, json, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult

ask = argparse.ArgumentParser()
ask.add_argument("--certificate")
ask.add_argument("--key")
ask.add_argument("--tls", choices=["none", "starttls", "always"], default="none")
ask.add_argument("--user")
ask.add_argument("--password")
ask.add_argument("--refuse", default="", help="an address that is refused for good")
ask.add_argument("--busy", type=int, default=0, help="so many letters are put off first")
ask.add_argument("--die", type=int, default=0, help="so many letters are taken, and the connection lost before the answer")
asked = ask.parse_args()
left = {"busy": asked.busy, "die": asked.die}


def authenticate(server, session, envelope, mechanism, data):
    known = (data.login.decode(), data.password.decode()) == (asked.user, asked.password)
    return AuthResult(success=known, handled=known)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == asked.refuse:
            return f"550 no such person as {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if left["busy"] > 0:
            left["busy"] -= 1
            return "451 later"
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "text": envelope.content.decode(),
            "encrypted": server.transport.get_extra_info("cipher") is not None, "known": bool(session.authenticated)}), flush=True)
        if left["die"] > 0:
            left["die"] -= 1
            server.transport.abort()
        return "250 taken"


async def main():
    context = None
    if asked.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(asked.certificate, asked.key)
    starttls = context if asked.tls == "starttls" else None

    def session():
        return SMTP(
            Handler(), hostname="mail.test", tls_context=starttls, require_starttls=starttls is not None,
            authenticator=authenticate if asked.user else None, auth_required=asked.user is not None, auth_require_tls=asked.tls == "starttls")

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0, ssl=context if asked.tls == "always" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    # Ends when whoever started it is gone.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)

asyncio.run(main())
