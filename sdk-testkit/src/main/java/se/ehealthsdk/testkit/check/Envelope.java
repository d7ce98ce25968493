package se.ehealthsdk.testkit.check;

/** The rules of the SOAP envelope and of the addressing header. */
final class Envelope implements Watch {

    static final Rule DOCTYPE = Rules.of("xml.doctype");
    static final Rule INSTRUCTION = Rules.of("xml.processing-instruction");
    static final Rule SINGLE_BODY = Rules.of("soap.body.single");

    private static final Rule VERSION = Rules.of("soap.version");
    private static final Rule NAMESPACE = Rules.of("address.namespace");
    private static final Rule BP20 = Rules.of("address.bp20");
    private static final Rule LOWER_CASE = Rules.of("address.lower-case");
    private static final Rule PERSONAL = Rules.of("personal.in-address");

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGISTRY = "urn:riv:itintegration:registry:1";

    private final Notes notes;
    private String address = "";
    private int line;
    private String path = "";

    Envelope(Notes notes) {
        this.notes = notes;
    }

    /** The logical address, as it stands; empty when there is none. */
    String address() {
        return address;
    }

    int line() {
        return line;
    }

    String path() {
        return path;
    }

    @Override
    public void start(Place place) {
        if (place.depth() == 1 && !place.namespace().equals(SOAP)) {
            notes.add(
                    VERSION, place, place.namespace().isEmpty() ? place.name() : place.namespace());
        }
    }

    @Override
    public void text(Place place, String text) {
        if (place.depth() != 3 || !place.parent().equals("Header")) {
            return;
        }
        if (place.name().equals("LogicalAddress") || place.name().equals("To")) {
            address = text;
            line = place.line();
            path = place.path();
            address(place, text.strip());
        }
    }

    private void address(Place place, String value) {
        if (place.name().equals("To")) {
            notes.add(BP20, place);
        } else if (!place.namespace().equals(REGISTRY)) {
            notes.add(NAMESPACE, place, place.namespace());
        }
        if (PersonNumbers.isIn(value)) {
            notes.add(PERSONAL, place);
        } else if (Identifiers.hasSmallLetters(value)) {
            notes.add(LOWER_CASE, place, value);
        }
    }
}
