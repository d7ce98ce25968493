package se.ehealthsdk.certificate.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.MessageToRecipient;
import se.ehealthsdk.certificate.Outcomes;
import se.ehealthsdk.certificate.ServiceOutcome;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Intygstjänster and the recipients, by the rules of the facts: registers by id, knows whose a certificate is, sends
 * once, tells recipients of revocations, answers what it has done before with INFO.
 */
final class FakePlatform implements Services {

    /** What happens around a call; the network, in short. */
    interface Line {
        ServiceOutcome carry(String call, Supplier<ServiceOutcome> effect);
    }

    /** A registered certificate. */
    static final class Registered {
        final Intyg certificate;
        final Optional<MessageReference> answerTo;
        boolean revoked;

        Registered(Intyg certificate, Optional<MessageReference> answerTo) {
            this.certificate = certificate;
            this.answerTo = answerTo;
        }
    }

    final Map<String, Registered> registry = new HashMap<>();
    final List<String> inbox = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final List<byte[]> offered = new ArrayList<>();
    int checks;
    Line line = (call, effect) -> effect.get();
    @Nullable RuntimeException finding;

    @Override
    public void check(Intyg certificate) {
        checks++;
        if (finding != null) {
            throw finding;
        }
    }

    private ServiceOutcome carry(String call, Supplier<ServiceOutcome> effect) {
        calls.add(call);
        return line.carry(call, effect);
    }

    @Override
    public ServiceOutcome register(Intyg certificate, Optional<MessageReference> answerTo) {
        offered.add(certificate.xml());
        return carry(
                "register",
                () -> {
                    String id = certificate.certificateId();
                    Registered before = registry.get(id);
                    if (before == null) {
                        registry.put(id, new Registered(certificate, answerTo));
                        return Outcomes.register(Result.ok());
                    }
                    Identifier owner = before.certificate.patient().id();
                    return Outcomes.register(
                            owner.equals(certificate.patient().id())
                                    ? Result.info("Certificate already exists")
                                    : Result.error(
                                            Result.VALIDATION_ERROR, "Certificate already exists"));
                });
    }

    @Override
    public ServiceOutcome send(Intyg certificate, PersonId patient, Part recipient) {
        return carry(
                "send",
                () -> {
                    String id = certificate.certificateId();
                    Registered known = registry.get(id);
                    if (known == null) {
                        return Outcomes.send(
                                Result.error(
                                        Result.APPLICATION_ERROR, "Unknown certificate ID: " + id));
                    }
                    if (known.revoked) {
                        return Outcomes.send(
                                Result.info("Certificate '" + id + "' has been revoked."));
                    }
                    if (inbox.contains(recipient + " " + id)) {
                        return Outcomes.send(
                                Result.info("Certificate '" + id + "' already sent to 'x'."));
                    }
                    inbox.add(recipient + " " + id);
                    return Outcomes.send(Result.ok());
                });
    }

    @Override
    public ServiceOutcome revoke(
            Intyg certificate, PersonId patient, HealthcareProfessional by, Optional<String> why) {
        return carry(
                "revoke",
                () -> {
                    String id = certificate.certificateId();
                    Registered known = registry.get(id);
                    if (known == null) {
                        return Outcomes.revoke(
                                Result.error(
                                        Result.APPLICATION_ERROR,
                                        "Certificate " + id + " does not exist for patient."));
                    }
                    if (known.revoked) {
                        return Outcomes.revoke(
                                Result.info("Certificate " + id + " is already revoked."));
                    }
                    known.revoked = true;
                    inbox.stream()
                            .filter(each -> each.endsWith(" " + id))
                            .map(each -> "revoked " + each)
                            .toList()
                            .forEach(inbox::add);
                    return Outcomes.revoke(Result.ok());
                });
    }

    @Override
    public ServiceOutcome sendMessage(MessageToRecipient message) {
        return carry("message", () -> Outcomes.message(Result.ok()));
    }
}
