package se.ehealthsdk.testkit.discharge;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered to a message.
 *
 * @param status {@code ok}, {@code transient-error} or {@code fatal-error}
 * @param code why not; empty for {@code ok}
 * @param rule the rule of the case that refuses; empty for other reasons
 * @param text a sentence; empty when there is none
 * @param unknownRecipients units that there are not
 * @param at when
 */
record Ack(
        String status,
        String code,
        String rule,
        String text,
        List<String> unknownRecipients,
        String at) {

    static Ack ok(List<String> unknown, String at) {
        return new Ack("ok", "", "", "", unknown, at);
    }

    static Ack refused(String code, String text, String at) {
        return new Ack("fatal-error", code, "", text, List.of(), at);
    }

    static Ack later(String code, String at) {
        return new Ack("transient-error", code, "", "", List.of(), at);
    }

    /** Status and code, for the journal. */
    String summary() {
        return (status + " " + code).strip();
    }

    String json(String messageId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("messageId", messageId);
        fields.put("status", status);
        put(fields, "code", code);
        put(fields, "rule", rule);
        put(fields, "text", text);
        if (!unknownRecipients.isEmpty()) {
            fields.put("unknownRecipients", unknownRecipients);
        }
        fields.put("at", at);
        return JSONObjectUtils.toJSONString(fields);
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
