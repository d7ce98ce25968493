package se.ehealthsdk.certificate.internal.schematron;

import se.ehealthsdk.core.error.ConfigurationException;

/** Whether ph-schematron is there, asked before a class that needs it is loaded. */
final class SchematronLibrary {

    private static final String[] ENTRIES = {
        "com.helger.schematron.sch.SchematronProviderXSLTFromSCH", "net.sf.saxon.s9api.Processor"
    };

    private SchematronLibrary() {}

    /**
     * @throws ConfigurationException if it is not
     */
    static void require() {
        for (String entry : ENTRIES) {
            try {
                Class.forName(entry, false, SchematronLibrary.class.getClassLoader());
            } catch (ClassNotFoundException absent) {
                throw new ConfigurationException(
                        "ph-schematron is not on the class path",
                        "Add the dependency com.helger.schematron:ph-schematron-xslt, version 9.1,"
                                + " which is optional in sdk-certificate. Only checks with your"
                                + " own Schematron files need it.",
                        absent);
            }
        }
    }
}
