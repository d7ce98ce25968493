package se.ehealthsdk.testkit.certificate;

import java.util.Optional;

/**
 * The result block of the contracts.
 *
 * @param code {@code OK}, {@code INFO} or {@code ERROR}
 * @param errorId beside {@code ERROR}; may be missing
 * @param text beside {@code INFO} and {@code ERROR}
 */
record Result(String code, Optional<String> errorId, Optional<String> text) {

    static final Result OK = new Result("OK", Optional.empty(), Optional.empty());

    static final String VALIDATION = "VALIDATION_ERROR";
    static final String APPLICATION = "APPLICATION_ERROR";
    static final String TECHNICAL = "TECHNICAL_ERROR";

    static Result info(String text) {
        return new Result("INFO", Optional.empty(), Optional.of(text));
    }

    static Result error(String errorId, String text) {
        return new Result("ERROR", Optional.of(errorId), Optional.of(text));
    }

    /** What is not right in a request, where the contract has a result to say it in. */
    static Result invalid(String text) {
        return error(VALIDATION, text);
    }

    static Result refused(String text) {
        return error(APPLICATION, text);
    }

    static Result failed(String text) {
        return error(TECHNICAL, text);
    }

    boolean isError() {
        return code.equals("ERROR");
    }

    /** From an answer; a result without code is an error. */
    static Result of(Node answer) {
        Node result = answer.child("result").orElse(answer);
        return new Result(
                result.optional("resultCode").orElse("ERROR"),
                result.optional("errorId"),
                result.optional("resultText"));
    }

    /** As it stands in an answer of a contract with this namespace. */
    Node in(String namespace) {
        return Node.of(
                namespace,
                "result",
                Node.of(Wire.CORE, "resultCode", code),
                text.map(each -> Node.of(Wire.CORE, "resultText", each)),
                errorId.map(each -> Node.of(Wire.CORE, "errorId", each)));
    }

    /** The codes alone: the text may hold whatever a test put there. */
    @Override
    public String toString() {
        return "Result[" + code + errorId.map(each -> " " + each).orElse("") + "]";
    }
}
