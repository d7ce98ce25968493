package se.ehealthsdk.certificate.document;

/** A part of a piece of XML that is kept as it came. */
public sealed interface XmlNode
        permits XmlElement, XmlNode.Text, XmlNode.Comment, XmlNode.Instruction {

    /**
     * Text, with entities resolved and CDATA sections as plain text.
     *
     * @param value the text
     */
    record Text(String value) implements XmlNode {
        /** Never the text. */
        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /**
     * A comment.
     *
     * @param value what is in it
     */
    record Comment(String value) implements XmlNode {
        /** Never the comment. */
        @Override
        public String toString() {
            return "Comment[" + value.length() + " characters]";
        }
    }

    /**
     * A processing instruction.
     *
     * @param target its target
     * @param data what follows the target
     */
    record Instruction(String target, String data) implements XmlNode {
        /** The target, never the data. */
        @Override
        public String toString() {
            return "Instruction[" + target + "]";
        }
    }
}
