package se.ehealthsdk.discharge.internal.document;

import se.ehealthsdk.core.error.ConfigurationException;

/** Whether PDFBox is there, asked before a class that needs it is loaded. */
public final class PdfLibrary {

    private static final String ENTRY = "org.apache.pdfbox.pdmodel.PDDocument";

    private PdfLibrary() {}

    /**
     * @throws ConfigurationException if it is not
     */
    public static void require() {
        try {
            Class.forName(ENTRY, false, PdfLibrary.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new ConfigurationException(
                    "PDFBox is not on the class path",
                    "Add the dependency org.apache.pdfbox:pdfbox, version 3, which is optional in"
                            + " sdk-discharge. Nothing but PDF needs it.",
                    absent);
        }
    }
}
