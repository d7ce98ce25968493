package se.ehealthsdk.testkit.internal.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.ehealthsdk.testkit.data.DataProblem;
import se.ehealthsdk.testkit.data.InvalidDataException;
import se.ehealthsdk.testkit.internal.data.Tree.Place;

/** Collects what is wrong, up to a bound. Not for use by many threads. */
final class Problems {

    private final List<DataProblem> all = new ArrayList<>();

    void add(Place place, String field, String problem, String expected) {
        if (!isFull()) {
            all.add(
                    new DataProblem(
                            place.file(), place.line(), place.column(), field, problem, expected));
        }
    }

    boolean isFull() {
        return all.size() >= InvalidDataException.MAX_PROBLEMS;
    }

    int count() {
        return all.size();
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            all.sort(
                    Comparator.comparing(DataProblem::file)
                            .thenComparing(DataProblem::line)
                            .thenComparing(DataProblem::column));
            throw new InvalidDataException(all);
        }
    }
}
