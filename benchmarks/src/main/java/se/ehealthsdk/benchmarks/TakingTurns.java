package se.ehealthsdk.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * One workload, all contenders, many rounds. In each round everyone has one turn, in an order drawn anew,
 * so that a machine that slows down for seconds slows everyone; a comparison is the median of the ratios
 * within rounds. The draw has a fixed seed.
 */
final class TakingTurns {

    private static final int SEED = 20261122;

    private final Map<Contender, List<Block>> blocks = new EnumMap<>(Contender.class);

    private TakingTurns() {}

    /**
     * @param contenders the processes, ready
     * @param warmUp how many calls each makes first, not counted
     * @param rounds how many rounds
     * @param calls how many calls make a turn
     */
    static TakingTurns measure(
            Map<Contender, ChildJvm> contenders, Workload work, int warmUp, int rounds, int calls) {
        TakingTurns result = new TakingTurns();
        contenders.values().forEach(each -> each.ask(work + " " + warmUp));
        List<Map.Entry<Contender, ChildJvm>> order = new ArrayList<>(contenders.entrySet());
        Random draw = new Random(SEED);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, draw);
            for (Map.Entry<Contender, ChildJvm> each : order) {
                Block block = Block.parse(each.getValue().ask(work + " " + calls));
                result.blocks.computeIfAbsent(each.getKey(), x -> new ArrayList<>()).add(block);
            }
        }
        return result;
    }

    /** A measure of a contender, over the rounds. */
    Spread of(Contender contender, ToDoubleFunction<Block> measure) {
        return Spread.of(series(contender, measure));
    }

    /** A measure of one contender divided by that of another, round by round. */
    Spread ratio(Contender above, Contender below, ToDoubleFunction<Block> measure) {
        return Spread.ofRatios(series(above, measure), series(below, measure));
    }

    /** CXF with the transport that was the faster one here. */
    Contender bestOfCxf() {
        double url = of(Contender.CXF_URL_CONNECTION, Block::micros).median();
        double byDefault = of(Contender.CXF_DEFAULT, Block::micros).median();
        return url <= byDefault ? Contender.CXF_URL_CONNECTION : Contender.CXF_DEFAULT;
    }

    private double[] series(Contender contender, ToDoubleFunction<Block> measure) {
        return blocks.getOrDefault(contender, List.of()).stream().mapToDouble(measure).toArray();
    }
}
