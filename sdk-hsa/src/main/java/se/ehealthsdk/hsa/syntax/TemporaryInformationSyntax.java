package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.hsa.TemporaryInformation;

final class TemporaryInformationSyntax extends TextSyntax<TemporaryInformation> {

    private static final int PARTS = 4;

    TemporaryInformationSyntax() {
        super("temporary information", ";20260601;20260831;text");
    }

    @Override
    public TemporaryInformation parse(String text) {
        if (text.isBlank()) {
            throw refusal("is blank");
        }
        if (!text.startsWith(";")) {
            return new TemporaryInformation("", "", text);
        }
        // the text itself may hold ;
        String[] parts = text.split(";", PARTS);
        if (parts.length != PARTS) {
            throw refusal("begins with ; and has not two dates and a text after it");
        }
        requireDate(parts[1]);
        requireDate(parts[2]);
        if (parts[3].isBlank()) {
            throw refusal("has no text");
        }
        return new TemporaryInformation(parts[1], parts[2], parts[3]);
    }

    private void requireDate(String text) {
        if (!text.isEmpty() && BasicDate.parse(text).isEmpty()) {
            throw refusal("has not dates as 20260601");
        }
    }

    @Override
    public String write(TemporaryInformation information) {
        String text = information.text();
        if (text.isBlank()) {
            throw refusal("has no text");
        }
        String from = date(information.fromDate());
        String to = date(information.toDate());
        boolean plain = from.isEmpty() && to.isEmpty() && !text.startsWith(";");
        return plain ? text : ";" + from + ";" + to + ";" + text;
    }

    private String date(String text) {
        requireDate(text);
        return BasicDate.parse(text).map(BasicDate::write).orElse("");
    }
}
