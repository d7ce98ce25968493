package se.ehealthsdk.testkit.certificate;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.internal.state.Outgoing;

/** Messages between care and recipients: Intygstjänster's rules, and Webcert's when it is the receiver. */
final class MessageDesk {

    private final Ledger ledger;
    private final VendorCalls vendors;
    private final Recipients recipients;
    private @Nullable URI careSystem;

    MessageDesk(Ledger ledger, VendorCalls vendors) {
        this.ledger = ledger;
        this.vendors = vendors;
        this.recipients = new Recipients(ledger, this);
    }

    Recipients recipients() {
        return recipients;
    }

    synchronized void careSystem(@Nullable URI producer) {
        careSystem = producer;
    }

    private synchronized @Nullable URI careSystem() {
        return careSystem;
    }

    /** SendMessageToCare at Intygstjänster: checked, kept, passed on to whom the body addresses. */
    Result toCare(Node request) {
        CertificateMessage message = CertificateMessage.of(request, false);
        synchronized (ledger) {
            List<String> broken = MessageRules.broken(message, request, ledger);
            if (!broken.isEmpty()) {
                return Result.invalid(broken.toString());
            }
        }
        URI vendor = careSystem();
        if (vendor != null) {
            Result result = passOn(vendor, request);
            if (result.isError()) {
                return result;
            }
        }
        toWebcert(message);
        return Result.OK;
    }

    /** As a text that can be kept: code, error id and text, each on a line of its own. */
    private Result passOn(URI vendor, Node request) {
        String[] told =
                Outgoing.result(
                                () -> {
                                    Result result = passedOn(vendor, request);
                                    return result.code()
                                            + "\n"
                                            + result.errorId().orElse("")
                                            + "\n"
                                            + result.text().orElse("");
                                },
                                "ERROR\n" + Result.TECHNICAL + "\n")
                        .split("\n", 3);
        return new Result(
                told[0],
                Optional.of(told[1]).filter(each -> !each.isEmpty()),
                Optional.of(told[2]).filter(each -> !each.isEmpty()));
    }

    private Result passedOn(URI vendor, Node request) {
        try {
            return Result.of(
                    vendors.call(
                            Wire.MESSAGE_TO_CARE,
                            vendor,
                            LogicalAddress.of(request.at("logiskAdressMottagare")),
                            request));
        } catch (EHealthException failure) {
            return Result.failed(String.valueOf(failure.getMessage()));
        }
    }

    /** SendMessageToCare at Webcert itself: a message that has come before is told of, and no error. */
    Result atWebcert(Node request) {
        CertificateMessage message = CertificateMessage.of(request, false);
        synchronized (ledger) {
            if (ledger.certificate(message.certificateId()).isEmpty()) {
                return Result.refused("Certificate " + message.certificateId() + " does not exist");
            }
            if (ledger.message(message.id()).isPresent()) {
                return Result.info("Message " + message.id() + " has already been received");
            }
        }
        toWebcert(message);
        return Result.OK;
    }

    private void toWebcert(CertificateMessage message) {
        synchronized (ledger) {
            ledger.put(message);
            CertificateEntry entry = ledger.certificate(message.certificateId()).orElseThrow();
            if (message.answerTo().isPresent()) {
                ledger.event(entry, "NYSVFM", Optional.empty());
            } else {
                ledger.event(
                        entry,
                        "NYFRFM",
                        Optional.empty(),
                        Optional.of(message).filter(each -> !entry.isGeneration2()));
            }
        }
    }

    /** SendMessageToRecipient at Intygstjänster. */
    Result toRecipient(Node request) {
        CertificateMessage message = CertificateMessage.of(request, true);
        synchronized (ledger) {
            Optional<CertificateEntry> entry = ledger.certificate(message.certificateId());
            if (entry.isEmpty()) {
                return Result.refused("Certificate " + message.certificateId() + " does not exist");
            }
            List<String> broken = MessageRules.broken(message, request, ledger);
            if (!broken.isEmpty()) {
                return Result.invalid(broken.toString());
            }
            Optional<RecipientStandIn> recipient =
                    entry.get().sentTo().stream().findFirst().flatMap(recipients::recipient);
            if (recipient.isEmpty() || recipient.get().isFailing()) {
                return Result.failed("The recipient could not be reached");
            }
            ledger.put(message);
            recipient.get().receive(message);
            Optional<String> by = request.optional("skickatAv", "personal-id", "extension");
            if (message.answerTo().isPresent()) {
                handled(message.answerTo().get(), by);
            } else {
                ledger.event(entry.get(), "NYFRFV", by);
            }
            return Result.OK;
        }
    }

    /** A recipient's question is handled; the ledger is held. */
    void handled(String messageId, Optional<String> by) {
        ledger.message(messageId)
                .filter(question -> !ledger.isHandled(question))
                .ifPresent(
                        question -> {
                            ledger.handled(messageId, true);
                            ledger.certificate(question.certificateId())
                                    .ifPresent(
                                            entry ->
                                                    ledger.event(
                                                            entry,
                                                            question.fromCare()
                                                                    ? "HANFRFV"
                                                                    : "HANFRFM",
                                                            by));
                        });
    }

    void reset() {
        careSystem(null);
        recipients.reset();
    }
}
