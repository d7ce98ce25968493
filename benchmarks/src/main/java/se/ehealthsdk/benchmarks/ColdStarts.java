package se.ehealthsdk.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Whole processes, from the start of the JVM to the first decoded answer (ten records), taking turns like
 * blocks do.
 */
final class ColdStarts {

    static final String EMPTY = "empty main";

    private static final int SEED = 20261122;
    private static final List<Contender> CONTENDERS =
            List.of(Contender.SDK, Contender.CXF_URL_CONNECTION, Contender.CXF_DEFAULT);

    private final Map<String, List<Double>> millis = new HashMap<>();

    private ColdStarts() {}

    static ColdStarts measure(Stage stage, int rounds) {
        ColdStarts result = new ColdStarts();
        List<String> order = names();
        start(Contender.SDK.name(), stage); // not counted: the server and the file cache are cold
        Random draw = new Random(SEED);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, draw);
            for (String each : order) {
                result.millis.computeIfAbsent(each, x -> new ArrayList<>()).add(start(each, stage));
            }
        }
        return result;
    }

    private static double start(String name, Stage stage) {
        long start = System.nanoTime();
        ChildJvm jvm =
                name.equals(EMPTY)
                        ? ChildJvm.start(Contender.SDK.jars(), EmptyMain.class)
                        : ChildJvm.start(
                                Contender.valueOf(name).jars(),
                                CallerProcess.class,
                                name,
                                Integer.toString(stage.port()),
                                stage.certificates().toString(),
                                Workload.CALL10.name());
        try (jvm) {
            jvm.readLine();
            return (System.nanoTime() - start) / 1e6;
        }
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        CONTENDERS.forEach(each -> names.add(each.name()));
        names.add(EMPTY);
        return names;
    }

    Spread of(String name) {
        return Spread.of(series(name));
    }

    Spread ratio(String above, String below) {
        return Spread.ofRatios(series(above), series(below));
    }

    /** CXF with the transport that started faster here. */
    String bestOfCxf() {
        String url = Contender.CXF_URL_CONNECTION.name();
        String byDefault = Contender.CXF_DEFAULT.name();
        return of(url).median() <= of(byDefault).median() ? url : byDefault;
    }

    private double[] series(String name) {
        return millis.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
