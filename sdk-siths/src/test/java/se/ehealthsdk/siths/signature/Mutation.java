package se.ehealthsdk.siths.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A change of a signed document.
 *
 * @param stricter what we refuse it for, where the JDK accepts it; null where both have to say the same
 */
record Mutation(String name, UnaryOperator<String> change, SignatureFinding stricter) {

    private static final String AFTER_PATIENT = "(</(c:)?patient>)";

    String apply(String document) {
        String changed = change.apply(document);
        if (changed.equals(document)) {
            throw new IllegalStateException("changes nothing: " + name);
        }
        return changed;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Changes after which we say what the JDK says, whatever that is. */
    static List<Mutation> judgedAlike() {
        List<Mutation> all = new ArrayList<>();
        for (String element :
                List.of(
                        "skickatTidpunkt",
                        "relation",
                        "status",
                        "underskrift",
                        "valideringsunderlag",
                        "nytt")) {
            all.add(insert("unprefixed " + element, unprefixed(element)));
            all.add(insert("prefixed " + element, prefixed(element)));
        }
        all.add(replace("digit in text", "Påhittad text 2", "Påhittad text 7"));
        all.add(replace("identity number", "191212121212", "201212121212"));
        all.add(replace("signing time", "10:11:12", "10:11:13"));
        all.add(
                replace(
                        "id",
                        SampleIntyg.ID + "</t:ext",
                        "6" + SampleIntyg.ID.substring(1) + "</t:ext"));
        all.add(replace("attribute value", "id=\"2.1\"", "id=\"2.9\""));
        all.add(replace("attribute more", "id=\"2.1\"", "id=\"2.1\" x=\"1\""));
        all.add(replace("attribute less", " id=\"2.1\"", ""));
        all.add(replace("attribute in a namespace", "id=\"2.1\"", "id=\"2.1\" t:x=\"1\""));
        all.add(replace("attribute xml:lang", "id=\"2.1\"", "id=\"2.1\" xml:lang=\"sv\""));
        all.add(replace("attribute quotes", "id=\"2.1\"", "id='2.1'"));
        all.add(replace("unused declaration", "id=\"2.1\"", "xmlns:q=\"urn:q\" id=\"2.1\""));
        all.add(replace("element less", "<t:code>KOD_2</t:code>", ""));
        all.add(
                replace(
                        "element twice",
                        "<t:code>KOD_2</t:code>",
                        "<t:code>KOD_2</t:code><t:code>KOD_2</t:code>"));
        all.add(
                replace(
                        "other namespace of the domain",
                        "<t:code>KOD_2</t:code>",
                        "<r:code>KOD_2</r:code>"));
        all.add(
                replace(
                        "other prefix",
                        "<t:code>KOD_2</t:code>",
                        "<z:code xmlns:z=\"urn:riv:clinicalprocess:healthcond:certificate:types:3\">KOD_2</z:code>"));
        all.add(replace("case of a name", "<t:code>KOD_2</t:code>", "<t:Code>KOD_2</t:Code>"));
        all.add(insert("comment", "<!-- x -->"));
        all.add(insert("processing instruction", "<?x y?>"));
        all.add(insert("blank text", " \t\r\n "));
        all.add(insert("blank CDATA", "<![CDATA[ \n ]]>"));
        all.add(insert("text", "x"));
        all.add(insert("no-break space", "\u00a0"));
        all.add(insert("blank as character references", "&#32;&#9;&#13;&#10;"));
        for (String blank :
                List.of(
                        " ",
                        "\n",
                        "&#13;",
                        "<![CDATA[ ]]>",
                        "<!-- -->",
                        "<?x?>",
                        "\u00a0",
                        "\u2003")) {
            String shown = blank.codePoints().mapToObj(Integer::toHexString).toList().toString();
            all.add(
                    replace(
                            "in empty element " + shown,
                            "<t:code>KOD_2",
                            "<t:code/><t:code>" + blank + "</t:code><t:code>KOD_2"));
            all.add(
                    replace(
                            "in the middle of text " + shown,
                            "text 2 &amp;",
                            "text" + blank + " 2 &amp;"));
            all.add(replace("at the end of text " + shown, ">KOD_2<", ">KOD_2" + blank + "<"));
            all.add(
                    replace(
                            "before an element in text " + shown,
                            "<delsvar id=\"2.1\">",
                            "<delsvar id=\"2.1\">" + blank));
        }
        all.add(replace("blank split by an instruction", ">KOD_2<", "> <?x?>KOD_2<"));
        all.add(replace("blank split by a comment", ">KOD_2<", "> <!-- -->KOD_2<"));
        all.add(replace("CDATA", ">KOD_2<", "><![CDATA[KOD_2]]><"));
        all.add(replace("CDATA in part", ">KOD_2<", ">KOD<![CDATA[_]]>2<"));
        all.add(replace("character reference", ">KOD_2<", ">KOD_&#50;<"));
        all.add(replace("greater than", "50 &lt; 100", "50 > 100"));
        all.add(replace("carriage return", ">KOD_2<", ">KOD_2&#13;<"));
        all.add(replace("emoji", ">KOD_2<", ">KOD_2\uD83D\uDE00<"));
        all.add(replace("sent later", "10:12:00", "11:12:00"));
        all.add(replace("relation to another", "11111111-2222", "11111111-3333"));
        all.add(regex("relation away", "(?s)<(c:)?relation>.*?</(c:)?relation>", ""));
        all.add(regex("message element renamed", "RegisterCertificate( |>)", "Annat$1"));
        all.add(
                regex(
                        "soap envelope",
                        "(?s)(<\\?xml.*?\\?>)?(<r:Reg.*RegisterCertificate>)",
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>$2</s:Body></s:Envelope>"));
        all.add(
                regex(
                        "no blank text outside the signature",
                        "(?s)>\\s+<(?=.*<ds:Signature)",
                        "><"));
        all.add(regex("comment in SignedInfo", "<ds:Reference", "<!-- x --><ds:Reference"));
        all.add(regex("indented SignedInfo", "<ds:Reference", "\n  <ds:Reference"));
        all.add(regex("indented signature", "<ds:SignedInfo", "\n  <ds:SignedInfo"));
        all.add(regex("other prefix of the signature", "(</?|xmlns:)ds(?=[:=])", "$1dsig"));
        all.add(
                regex(
                        "unused declaration in SignedInfo",
                        "<ds:Reference",
                        "<ds:Reference xmlns:q=\"urn:q\""));
        return all;
    }

    /** Changes that the JDK accepts and we refuse, each for its reason. */
    static List<Mutation> judgedStricter() {
        return List.of(
                new Mutation(
                        "foreign namespace",
                        text ->
                                text.replace(
                                        "<t:code>KOD_2</t:code>",
                                        "<f:code xmlns:f=\"urn:f\">KOD_2</f:code>"),
                        SignatureFinding.FOREIGN_NAMESPACE),
                new Mutation(
                        "no namespace",
                        text ->
                                text.replace(
                                        "<t:code>KOD_2</t:code>", "<code xmlns=\"\">KOD_2</code>"),
                        SignatureFinding.FOREIGN_NAMESPACE),
                new Mutation(
                        "intyg in a foreign namespace",
                        text ->
                                text.replace("<r:intyg>", "<f:intyg xmlns:f=\"urn:f\">")
                                        .replace("</r:intyg>", "</f:intyg>"),
                        SignatureFinding.FOREIGN_NAMESPACE),
                new Mutation(
                        "uncovered in the midst of text",
                        text ->
                                text.replace(
                                        "text 2 &amp;",
                                        "text<status xmlns=\""
                                                + DOMAIN
                                                + "\">inte</status> 2 &amp;"),
                        SignatureFinding.UNCOVERED_MISPLACED),
                new Mutation(
                        "uncovered in patient",
                        text ->
                                text.replaceFirst(
                                        "(<(c:)?fornamn>)",
                                        "<skickatTidpunkt xmlns=\"" + DOMAIN + "\"/>$1"),
                        SignatureFinding.UNCOVERED_MISPLACED),
                new Mutation(
                        "id in relation",
                        text -> text.replace("11111111-2222", SampleIntyg.ID),
                        SignatureFinding.DUPLICATE_ID),
                new Mutation(
                        "xml:space that changes nothing",
                        text ->
                                text.replace(
                                        "<r:RegisterCertificate ",
                                        "<r:RegisterCertificate xml:space=\"default\" "),
                        SignatureFinding.WHITE_SPACE_RULED));
    }

    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:3";

    private static String unprefixed(String element) {
        return "<" + element + " xmlns=\"" + DOMAIN + "\">x</" + element + ">";
    }

    private static String prefixed(String element) {
        return "<n:" + element + " xmlns:n=\"" + DOMAIN + "\">x</n:" + element + ">";
    }

    private static Mutation insert(String name, String what) {
        return regex("inserted " + name, AFTER_PATIENT, "$1" + what);
    }

    private static Mutation replace(String name, String what, String by) {
        return new Mutation(
                name,
                text -> {
                    String prefixed = what.replace("<delsvar", "<c:delsvar");
                    return text.contains(what)
                            ? text.replace(what, by)
                            : text.replace(prefixed, by.replace("<delsvar", "<c:delsvar"));
                },
                null);
    }

    private static Mutation regex(String name, String what, String by) {
        return new Mutation(name, text -> text.replaceAll(what, by), null);
    }
}
