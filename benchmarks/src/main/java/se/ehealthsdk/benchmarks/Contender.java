package se.ehealthsdk.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Who takes part, and with which jars. */
enum Contender {
    SDK("this SDK", "sdk"),
    CXF_URL_CONNECTION("CXF, HttpURLConnection", "cxf"),
    CXF_DEFAULT("CXF, default (java.net.http)", "cxf"),
    FLOOR("floor: HttpClient, no XML", "sdk");

    private final String title;
    private final String jars;

    Contender(String title, String jars) {
        this.title = title;
        this.jars = jars;
    }

    String title() {
        return title;
    }

    /** The folder with the jars that this contender needs, and no others. */
    String jars() {
        return jars;
    }

    Caller open(Stage stage) throws Exception {
        return switch (this) {
            case SDK -> new SdkCaller(stage);
            case CXF_URL_CONNECTION -> new CxfCaller(stage, true);
            case CXF_DEFAULT -> new CxfCaller(stage, false);
            case FLOOR -> new FloorCaller(stage);
        };
    }

    static List<Contender> all() {
        return Arrays.asList(values());
    }
}
