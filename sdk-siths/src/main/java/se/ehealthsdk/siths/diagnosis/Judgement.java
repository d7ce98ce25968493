package se.ehealthsdk.siths.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.certificate.SithsEnvironment;
import se.ehealthsdk.siths.diagnosis.Finding.Check;

/** Puts an attempt into words. */
final class Judgement {

    private static final Duration EXPIRES_SOON = Duration.ofDays(30);

    /** What web servers answer when they mean the client certificate: 400 and 495, 496 in nginx, else 403. */
    private static final Set<String> MAYBE_THE_CERTIFICATE = Set.of("400", "403", "495", "496");

    private final Attempt attempt;
    private final ServerJudge server;
    private final RequestRecorder request;
    private final Optional<SigningKey> own;
    private final Target target;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(Attempt attempt, Optional<SigningKey> own, Target target, Instant now) {
        this.attempt = attempt;
        this.server = attempt.server();
        this.request = attempt.request();
        this.own = own;
        this.target = target;
        this.now = now;
    }

    static List<Finding> of(Attempt attempt, Optional<SigningKey> own, Target target, Instant now) {
        Judgement judgement = new Judgement(attempt, own, target, now);
        judgement.protocol();
        if (!attempt.server().chain().isEmpty()) {
            judgement.serverCertificate();
            judgement.serverTrust();
            judgement.serverName();
            judgement.environment();
            judgement.request();
        }
        judgement.verdict();
        return judgement.findings;
    }

    private void protocol() {
        attempt.session()
                .ifPresent(
                        session ->
                                ok(
                                        Check.TLS,
                                        "Agreed on "
                                                + session.getProtocol()
                                                + " with "
                                                + session.getCipherSuite()));
    }

    private void serverCertificate() {
        List<X509Certificate> chain = server.chain();
        X509Certificate certificate = chain.get(0);
        Instant to = certificate.getNotAfter().toInstant();
        String text =
                "The server shows "
                        + Names.subject(certificate)
                        + ", issued by "
                        + Names.issuer(certificate)
                        + ", valid to "
                        + to
                        + (chain.size() == 1
                                ? ", and no issuer with it"
                                : ", and with it "
                                        + Names.list(
                                                chain.stream()
                                                        .skip(1)
                                                        .map(Names::subject)
                                                        .toList()));
        if (now.isAfter(to) || now.isBefore(certificate.getNotBefore().toInstant())) {
            problem(
                    Check.SERVER_CERTIFICATE,
                    text + ": not valid now",
                    "Check this machine's clock. If it is right, tell those who run the server.");
        } else if (now.plus(EXPIRES_SOON).isAfter(to)) {
            warning(
                    Check.SERVER_CERTIFICATE,
                    text + ": it expires soon",
                    "Tell those who run the server.");
        } else {
            ok(Check.SERVER_CERTIFICATE, text);
        }
    }

    private void serverTrust() {
        Optional<String> why = server.whyNoPath();
        if (why.isEmpty()) {
            ok(Check.SERVER_TRUST, "The server's certificate leads to a trust anchor");
            return;
        }
        problem(
                Check.SERVER_TRUST,
                "The server is not trusted: " + why.get(),
                "Use the SITHS root certificate of the server's environment as trust anchor. If the issuer is"
                        + " neither SITHS nor known to you, a proxy that inspects TLS may sit between: ask the"
                        + " network's owners to let this connection through untouched.");
    }

    private void serverName() {
        List<String> hosts = Names.hosts(server.chain().get(0));
        String names = hosts.isEmpty() ? "no host at all" : Names.list(hosts);
        if (server.nameMatches()) {
            ok(Check.SERVER_NAME, "The server's certificate is for " + target.host());
        } else {
            problem(
                    Check.SERVER_NAME,
                    "The server's certificate is not for " + target.host() + " but for " + names,
                    "Call the server by one of the names in its certificate. Does the name lead to the right"
                            + " address? Otherwise tell those who run the server.");
        }
    }

    private void environment() {
        SithsEnvironment ours =
                own.map(key -> environment(key.certificate())).orElse(SithsEnvironment.UNKNOWN);
        SithsEnvironment theirs = environment(server.chain().get(0));
        if (ours == SithsEnvironment.UNKNOWN
                || theirs == SithsEnvironment.UNKNOWN
                || ours == theirs) {
            return;
        }
        String text =
                "The own certificate is of the environment " + ours + ", the server's of " + theirs;
        String remedy = "Use the certificate and the address of one and the same environment.";
        if (attempt.refused()) {
            problem(Check.ENVIRONMENT, text, remedy);
        } else {
            warning(Check.ENVIRONMENT, text, remedy);
        }
    }

    private static SithsEnvironment environment(X509Certificate certificate) {
        try {
            return SithsCertificate.of(certificate).environment();
        } catch (InvalidInputException damaged) {
            return SithsEnvironment.UNKNOWN;
        }
    }

    private void request() {
        if (!request.asked()) {
            if (attempt.session().isPresent()) {
                notAsked();
            }
            return;
        }
        ok(Check.CERTIFICATE_REQUEST, "The server asks for a client certificate");
        own.ifPresent(this::acceptedIssuers);
        sent();
    }

    private void notAsked() {
        String text = "The server does not ask for a client certificate";
        if (own.isEmpty()) {
            ok(Check.CERTIFICATE_REQUEST, text);
        } else {
            warning(
                    Check.CERTIFICATE_REQUEST,
                    text,
                    "Check host name and port: services with mutual TLS often have addresses of their own. Or"
                            + " something between, which ends TLS itself, hides the question.");
        }
    }

    private void acceptedIssuers(SigningKey key) {
        Set<X500Principal> accepted = request.issuers();
        if (accepted.isEmpty()) {
            ok(Check.ACCEPTED_ISSUERS, "The server does not say whose certificates it accepts");
            return;
        }
        String list = Names.list(accepted.stream().map(Names::quoted).toList());
        boolean among =
                key.chain().stream()
                        .anyMatch(each -> accepted.contains(each.getIssuerX500Principal()));
        if (among) {
            ok(
                    Check.ACCEPTED_ISSUERS,
                    "An issuer of the own certificate is among those that the server accepts: "
                            + list);
            return;
        }
        String text =
                "The own certificate's issuer "
                        + Names.issuer(key.certificate())
                        + (key.chain().size() > 1 ? " and the issuers above it are" : " is")
                        + " not among those that the server accepts: "
                        + list;
        String remedy =
                key.chain().size() > 1
                        ? "Use a certificate from one of those issuers: is it of the server's environment (test or"
                                + " production)?"
                        : "Put the issuing CA's certificate after the system's in the same file, so that the"
                                + " server sees the way to one of those. Or the certificate is of another"
                                + " environment (test or production).";
        if (attempt.refused()) {
            problem(Check.ACCEPTED_ISSUERS, text, remedy);
        } else {
            warning(Check.ACCEPTED_ISSUERS, text, remedy);
        }
    }

    private void sent() {
        if (attempt.sent()) {
            ok(Check.CERTIFICATE_SENT, "The own certificate was sent");
        } else if (own.isEmpty()) {
            warning(
                    Check.CERTIFICATE_SENT,
                    "No certificate was sent, since none was given",
                    "Give the system's certificate with its private key.");
        } else if (!server.trusted()) {
            warning(
                    Check.CERTIFICATE_SENT,
                    "The own certificate was not shown, since the server is not trusted",
                    "Put the trust in the server in order first; what the server thinks of the certificate"
                            + " is seen after that.");
        } else {
            String kind = own.orElseThrow().certificate().getPublicKey().getAlgorithm();
            problem(
                    Check.CERTIFICATE_SENT,
                    "The own certificate was not sent, since the server takes no keys of the kind "
                            + kind,
                    "Order a certificate with another kind of key; SITHS's are RSA as a rule.");
        }
    }

    private void verdict() {
        Ending ending = attempt.ending();
        switch (ending.kind()) {
            case ANSWERED -> answered(ending.detail());
            case ANSWERED_OTHERWISE ->
                    warning(
                            Check.ANSWER,
                            "TLS works, but what answers does not speak HTTP",
                            "Check host name and port.");
            case NOT_GONE_ON -> {
                // said by SERVER_TRUST and SERVER_NAME
            }
            case ALERT -> alert(ending.detail());
            case CLOSED -> closed();
            case SILENT -> silent();
            case NOT_TLS ->
                    problem(
                            Check.TLS,
                            "What answers at " + target + " does not speak TLS",
                            "Check the port: plain HTTP has another one. A proxy that answers in the server's"
                                    + " place looks the same.");
            case GIVEN_UP ->
                    problem(
                            Check.TLS,
                            "The handshake failed in this Java runtime: " + ending.detail(),
                            "Try a newer Java 17 or later. Otherwise send this to those who run the server.");
        }
    }

    private void answered(String status) {
        ok(Check.SERVER_VERDICT, "The server goes on with the connection");
        if (request.asked() && MAYBE_THE_CERTIFICATE.contains(status)) {
            warning(
                    Check.ANSWER,
                    "TLS works. The answer to HEAD / is HTTP "
                            + status
                            + ", by which some servers say that they do not accept the client certificate",
                    "If real calls fail, too, ask those who run the server whether they know this"
                            + " certificate's HSA-id.");
        } else {
            ok(Check.ANSWER, "The server answers with HTTP " + status);
        }
    }

    private void alert(String alert) {
        if (!server.chain().isEmpty() && !server.trusted()) {
            // It was shown nothing, and refuses that: no news.
            return;
        }
        Alerts.Explanation meaning = Alerts.explain(alert, request.asked(), attempt.sent());
        problem(
                Check.SERVER_VERDICT,
                "The server refuses (" + Names.plain(alert) + "): " + meaning.text(),
                meaning.remedy());
    }

    private void closed() {
        if (server.chain().isEmpty()) {
            problem(
                    Check.TLS,
                    "The connection was closed before the server showed a certificate",
                    "A firewall, or a proxy that does not allow TLS to this host, does so; so does a server"
                            + " that does not know the host name. Check host name, port and firewall.");
        } else if (!server.trusted()) {
            return;
        } else if (request.asked()) {
            problem(
                    Check.SERVER_VERDICT,
                    attempt.sent()
                            ? "The server closed the connection without a reason after it had got the"
                                    + " certificate: it does not accept it, as a rule"
                            : "The server closed the connection without a reason after it had asked for a"
                                    + " certificate and got none",
                    Alerts.explain("certificate_unknown", true, true).remedy());
        } else {
            problem(
                    Check.ANSWER,
                    "The server closed the connection without an answer",
                    "Try again; then ask those who run the server.");
        }
    }

    private void silent() {
        if (server.chain().isEmpty()) {
            problem(
                    Check.TLS,
                    "The server took the connection but did not begin TLS within the time",
                    "Check the port. A load balancer without a server behind it behaves so, and so does a"
                            + " firewall that holds back what it inspects.");
        } else if (attempt.session().isEmpty()) {
            problem(
                    Check.TLS,
                    "The server fell silent in the middle of the handshake",
                    "Try again. If it stays so, large packets may be lost on the way: ask the network's owners"
                            + " about the MTU.");
        } else {
            warning(
                    Check.ANSWER,
                    "TLS works and nothing was refused, but there was no answer to HEAD / within the time",
                    "Try a real call.");
        }
    }

    private void ok(Check check, String text) {
        findings.add(Finding.ok(check, text));
    }

    private void warning(Check check, String text, String remedy) {
        findings.add(Finding.warning(check, text, remedy));
    }

    private void problem(Check check, String text, String remedy) {
        findings.add(Finding.problem(check, text, remedy));
    }
}
