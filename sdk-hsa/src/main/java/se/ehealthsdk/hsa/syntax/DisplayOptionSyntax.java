package se.ehealthsdk.hsa.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

final class DisplayOptionSyntax extends TextSyntax<DisplayOption> {

    private static final int MAX = 256;
    private static final Pattern LEVEL = Pattern.compile("[0-9]{1,3}");

    DisplayOptionSyntax() {
        super("display option", "2#4");
    }

    @Override
    public DisplayOption parse(String text) {
        List<Integer> levels = new ArrayList<>(2);
        for (String level : text.split("#", -1)) {
            if (!LEVEL.matcher(level).matches()) {
                throw refusal("has not levels divided by #");
            }
            levels.add(Integer.valueOf(level));
        }
        return new DisplayOption(levels);
    }

    @Override
    public String write(DisplayOption option) {
        return atMost(
                MAX,
                option.levels().stream().map(String::valueOf).collect(Collectors.joining("#")));
    }
}
