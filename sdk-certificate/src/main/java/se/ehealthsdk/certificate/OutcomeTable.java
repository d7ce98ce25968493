package se.ehealthsdk.certificate;

import static se.ehealthsdk.certificate.OutcomeTable.Operation.CREATE_DRAFT;
import static se.ehealthsdk.certificate.OutcomeTable.Operation.REGISTER;
import static se.ehealthsdk.certificate.OutcomeTable.Operation.REVOKE;
import static se.ehealthsdk.certificate.OutcomeTable.Operation.SEND;
import static se.ehealthsdk.certificate.OutcomeTable.Operation.SEND_MESSAGE;
import static se.ehealthsdk.certificate.OutcomeTable.Operation.SET_STATUS;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.ALREADY_DONE;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.DONE;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.DONE_WITH_NOTICE;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.NOT_YET;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.REFUSED;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.TRY_LATER;
import static se.ehealthsdk.certificate.ServiceOutcome.Kind.UNCLEAR;
import static se.ehealthsdk.certificate.ServiceOutcome.Mender.AUTHOR;
import static se.ehealthsdk.certificate.ServiceOutcome.Mender.HSA_ADMINISTRATOR;
import static se.ehealthsdk.certificate.ServiceOutcome.Mender.SERVICE;
import static se.ehealthsdk.certificate.ServiceOutcome.Mender.SYSTEM;
import static se.ehealthsdk.certificate.contract.Result.APPLICATION_ERROR;
import static se.ehealthsdk.certificate.contract.Result.ERROR;
import static se.ehealthsdk.certificate.contract.Result.INFO;
import static se.ehealthsdk.certificate.contract.Result.OK;
import static se.ehealthsdk.certificate.contract.Result.REVOKED;
import static se.ehealthsdk.certificate.contract.Result.TECHNICAL_ERROR;
import static se.ehealthsdk.certificate.contract.Result.VALIDATION_ERROR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.ServiceOutcome.Kind;
import se.ehealthsdk.certificate.ServiceOutcome.Mender;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.core.error.CallDetails;

/**
 * What a result block means, by the call that it answers, its codes and its text. The first row that fits tells.
 *
 * <p>Source: what Intygstjänster and Webcert do. It differs from what the XML Schema says of the error ids: there, only
 * {@code TECHNICAL_ERROR} is worth another call; in fact {@code APPLICATION_ERROR} is what most failures inside the
 * services turn into, and the answer to a revocation that overtakes its registration.
 */
final class OutcomeTable {

    /** The calls that answer with a result block. */
    enum Operation {
        REGISTER,
        REVOKE,
        SEND,
        SEND_MESSAGE,
        SET_STATUS,
        CREATE_DRAFT
    }

    /** How a fault for XML that breaks the schema reads, also when it comes in an ordinary answer. */
    private static final String UNMARSHALLING = "Unmarshalling Error";

    private static final String ALREADY_EXISTS = "^\\s*Certificate already exists\\s*$";

    private static final List<Row> ROWS =
            List.of(
                    // before all else
                    every(OK).means(DONE, "done"),
                    every(ERROR, TECHNICAL_ERROR)
                            .means(
                                    TRY_LATER,
                                    "the service has a technical problem, which may pass"),
                    every(ERROR)
                            .saying(UNMARSHALLING)
                            .refused(
                                    SYSTEM,
                                    "the message breaks the XML Schema of the contract: an error of the"
                                            + " care system"),

                    // RegisterCertificate
                    on(REGISTER, INFO)
                            .saying(ALREADY_EXISTS)
                            .means(ALREADY_DONE, "the certificate was registered before"),
                    on(REGISTER, ERROR, VALIDATION_ERROR)
                            .saying(ALREADY_EXISTS)
                            .refused(SYSTEM, "the certificate's id belongs to another certificate"),
                    on(REGISTER, ERROR, VALIDATION_ERROR)
                            .saying("does not support version")
                            .refused(
                                    SYSTEM,
                                    "the service does not take certificates of this type and version"),
                    on(REGISTER, ERROR, VALIDATION_ERROR)
                            .saying("MSG:")
                            .refused(
                                    AUTHOR,
                                    "the certificate breaks rules of its type; the text lists them"),
                    on(REGISTER, ERROR, VALIDATION_ERROR)
                            .refused(
                                    AUTHOR,
                                    "the patient's number cannot be used, or the content is wrong; the"
                                            + " text tells"),

                    // RevokeCertificate
                    on(REVOKE, INFO).means(ALREADY_DONE, "the certificate was revoked before"),
                    on(REVOKE, ERROR, REVOKED)
                            .means(ALREADY_DONE, "the certificate was revoked before"),
                    on(REVOKE, ERROR, APPLICATION_ERROR)
                            .means(
                                    NOT_YET,
                                    "the certificate is not known for that patient: the revocation may"
                                            + " have overtaken the registration"),

                    // SendCertificateToRecipient
                    on(SEND, INFO)
                            .saying("revoked|makulera")
                            .refused(null, "not sent: the certificate is revoked"),
                    on(SEND, INFO)
                            .saying("already sent|redan skicka")
                            .means(
                                    ALREADY_DONE,
                                    "the certificate was sent to the recipient before"),
                    on(SEND, ERROR, APPLICATION_ERROR)
                            .saying("unknown recipient")
                            .refused(SYSTEM, "the service does not know the recipient"),
                    on(SEND, ERROR, APPLICATION_ERROR)
                            .saying("unknown certificate")
                            .means(
                                    NOT_YET,
                                    "the service does not know the certificate: it may have been sent"
                                            + " before its registration was done"),
                    on(SEND, ERROR, VALIDATION_ERROR)
                            .refused(
                                    AUTHOR,
                                    "the patient is a test person, or something in the call is wrong; the"
                                            + " text tells"),

                    // SendMessageToRecipient; another error beside that of the id comes before it
                    on(SEND_MESSAGE, ERROR, VALIDATION_ERROR)
                            .saying("(?<!MEDDELANDE_ID_NOT_UNIQUE)_ERROR\\b|TEST_CERTIFICATE")
                            .refused(
                                    AUTHOR,
                                    "the message breaks the rules for messages; the text lists them"),
                    on(SEND_MESSAGE, ERROR, VALIDATION_ERROR)
                            .saying("MEDDELANDE_ID_NOT_UNIQUE")
                            .means(ALREADY_DONE, "a message with this id came before"),
                    on(SEND_MESSAGE, ERROR, VALIDATION_ERROR)
                            .refused(
                                    AUTHOR,
                                    "the message breaks the rules for messages; the text lists them"),
                    on(SEND_MESSAGE, ERROR, APPLICATION_ERROR)
                            .saying("does not exist")
                            .means(NOT_YET, "the service does not know the certificate"),

                    // SetCertificateStatus
                    on(SET_STATUS, ERROR, VALIDATION_ERROR)
                            .refused(
                                    SYSTEM,
                                    "the service does not know the certificate, the part or the status"),

                    // CreateDraftCertificate
                    on(CREATE_DRAFT, ERROR, VALIDATION_ERROR)
                            .saying("No valid MIU")
                            .refused(
                                    HSA_ADMINISTRATOR,
                                    "HSA shows no active commission with the purpose Vård och behandling"
                                            + " for the user at the unit, or could not be asked"),
                    on(CREATE_DRAFT, ERROR, VALIDATION_ERROR)
                            .saying("internal error")
                            .means(UNCLEAR, "the service failed inside"),
                    on(CREATE_DRAFT, ERROR, VALIDATION_ERROR)
                            .refused(
                                    AUTHOR,
                                    "names, ids or the patient's number are missing or wrong; the text"
                                            + " lists them"),
                    on(CREATE_DRAFT, ERROR, APPLICATION_ERROR)
                            .means(
                                    UNCLEAR,
                                    "a rule for drafts stands in the way (patient, type, privilege,"
                                            + " secrecy), or person data could not be had; the text tells"),

                    // after all else
                    every(INFO)
                            .means(
                                    DONE_WITH_NOTICE,
                                    "done, and the text is to be shown to the user"),
                    every(ERROR, VALIDATION_ERROR)
                            .refused(SYSTEM, "something in the call is wrong; the text tells"),
                    every(ERROR, REVOKED).refused(null, "the certificate is revoked"),
                    every(ERROR)
                            .means(
                                    UNCLEAR,
                                    "a logical error, or a failure inside the service; the text may tell"),
                    every(null)
                            .means(
                                    UNCLEAR,
                                    "a result code that the contract does not know; the text may tell"));

    private OutcomeTable() {}

    /** Whether a fault's text tells of XML that breaks the schema. */
    static boolean breaksSchema(String faultText) {
        return faultText.toLowerCase(Locale.ROOT).contains(UNMARSHALLING.toLowerCase(Locale.ROOT));
    }

    /** Classifies an answer. */
    static ServiceOutcome outcome(Operation operation, Result result, CallDetails call) {
        for (Row row : ROWS) {
            if (row.condition().fits(operation, result)) {
                return new ServiceOutcome(
                        row.kind(), Optional.ofNullable(row.mender()), row.meaning(), result, call);
            }
        }
        throw new IllegalStateException("the last row fits everything");
    }

    private static Condition on(Operation operation, String code) {
        return new Condition(operation, code, null, null);
    }

    private static Condition on(Operation operation, String code, String errorId) {
        return new Condition(operation, code, errorId, null);
    }

    private static Condition every(@Nullable String code) {
        return new Condition(null, code, null, null);
    }

    private static Condition every(String code, String errorId) {
        return new Condition(null, code, errorId, null);
    }

    /**
     * When a row fits; what is null is not looked at.
     *
     * @param operation the call
     * @param code the result code
     * @param errorId the error id
     * @param text found in the text
     */
    private record Condition(
            @Nullable Operation operation,
            @Nullable String code,
            @Nullable String errorId,
            @Nullable Pattern text) {

        Condition saying(String found) {
            return new Condition(
                    operation, code, errorId, Pattern.compile(found, Pattern.CASE_INSENSITIVE));
        }

        Row means(Kind kind, String meaning) {
            return new Row(
                    this, kind, kind == TRY_LATER || kind == UNCLEAR ? SERVICE : null, meaning);
        }

        Row refused(@Nullable Mender mender, String meaning) {
            return new Row(this, REFUSED, mender, meaning);
        }

        boolean fits(Operation answered, Result result) {
            return (operation == null || operation == answered)
                    && (code == null || code.equals(result.code()))
                    && (errorId == null || errorId.equals(result.errorId().orElse("")))
                    && (text == null || text.matcher(result.text().orElse("")).find());
        }
    }

    private record Row(Condition condition, Kind kind, @Nullable Mender mender, String meaning) {}
}
