package se.ehealthsdk.testkit.discharge;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An envelope as it came, read by the stand-in's own hand, so that a mistake of the client's does not meet the same
 * mistake here.
 *
 * @param id the envelope's
 * @param messageId the message's
 * @param caseId the case's
 * @param recipients the units that it is for
 * @param sequence its place in the case
 * @param after the place that must have been taken before
 * @param event the message, in JSON
 */
record Envelope(
        String id,
        String messageId,
        String caseId,
        List<String> recipients,
        long sequence,
        long after,
        String event) {

    /** Empty when it is none. */
    static Optional<Envelope> read(String json) {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(json);
            String id = JSONObjectUtils.getString(fields, "envelopeId");
            String message = JSONObjectUtils.getString(fields, "messageId");
            String caseId = JSONObjectUtils.getString(fields, "caseId");
            String sent = JSONObjectUtils.getString(fields, "sentAt");
            List<String> recipients = JSONObjectUtils.getStringList(fields, "recipients");
            Map<String, Object> event = JSONObjectUtils.getJSONObject(fields, "event");
            long sequence = JSONObjectUtils.getLong(fields, "sequence");
            long after = JSONObjectUtils.getLong(fields, "after");
            boolean whole =
                    id != null
                            && message != null
                            && caseId != null
                            && sent != null
                            && recipients != null
                            && !recipients.isEmpty()
                            && event != null
                            && after >= 0
                            && sequence > after;
            return whole
                    ? Optional.of(
                            new Envelope(
                                    id,
                                    message,
                                    caseId,
                                    recipients,
                                    sequence,
                                    after,
                                    JSONObjectUtils.toJSONString(event)))
                    : Optional.empty();
        } catch (ParseException none) {
            return Optional.empty();
        }
    }

    /** As it goes over the wire. */
    static String write(
            String id,
            String sentAt,
            String messageId,
            String caseId,
            List<String> recipients,
            long sequence,
            long after,
            String event) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("envelopeId", id);
        head.put("sentAt", sentAt);
        head.put("messageId", messageId);
        head.put("caseId", caseId);
        head.put("recipients", recipients);
        head.put("sequence", sequence);
        head.put("after", after);
        String text = JSONObjectUtils.toJSONString(head);
        return text.substring(0, text.length() - 1) + ",\"event\":" + event + "}";
    }
}
