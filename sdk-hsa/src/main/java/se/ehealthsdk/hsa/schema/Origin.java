package se.ehealthsdk.hsa.schema;

import se.ehealthsdk.core.error.ConfigurationException;

/** Where something was said, for messages: a line of a file, or a call (line 0). */
record Origin(String source, int line) {

    ConfigurationException wrong(String what, String remedy) {
        return new ConfigurationException(this + ": " + what, remedy);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ", line " + line;
    }
}
