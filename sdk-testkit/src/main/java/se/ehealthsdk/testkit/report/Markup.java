package se.ehealthsdk.testkit.report;

/** Text that is safe in XML and HTML, between tags and in attributes. */
final class Markup {

    private Markup() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(each -> append(out, each));
        return out.toString();
    }

    private static void append(StringBuilder out, int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n' -> out.append("&#10;");
            case '\r' -> out.append("&#13;");
            case '\t' -> out.append("&#9;");
            default -> out.appendCodePoint(isXml(character) ? character : 0xFFFD);
        }
    }

    private static boolean isXml(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000 && character <= 0x10FFFF;
    }
}
