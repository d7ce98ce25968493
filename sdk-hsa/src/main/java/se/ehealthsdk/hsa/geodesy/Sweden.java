package se.ehealthsdk.hsa.geodesy;

/** A coarse outline of Sweden with its islands, drawn some ten kilometres outside the border. */
final class Sweden {

    // latitude and longitude, clockwise from the south
    private static final double[][] OUTLINE = {
        {55.20, 13.30},
        {55.25, 12.70},
        {55.52, 12.78},
        {55.95, 12.62},
        {56.25, 12.30},
        {57.00, 11.90},
        {57.55, 11.40},
        {58.30, 11.00},
        {58.80, 10.70},
        {59.05, 10.85},
        {59.15, 11.15},
        {59.20, 11.40},
        {59.65, 11.45},
        {59.95, 11.75},
        {60.40, 12.30},
        {60.85, 12.20},
        {61.10, 12.05},
        {61.30, 12.60},
        {61.60, 12.00},
        {62.25, 11.95},
        {62.70, 11.85},
        {63.30, 11.75},
        {63.70, 11.95},
        {64.10, 12.70},
        {64.20, 13.70},
        {64.60, 13.40},
        {65.10, 13.90},
        {65.75, 14.30},
        {66.10, 14.10},
        {66.20, 14.75},
        {66.55, 15.25},
        {67.00, 16.00},
        {67.50, 15.80},
        {68.00, 16.20},
        {68.25, 17.00},
        {68.25, 17.70},
        {68.55, 17.80},
        {68.65, 18.60},
        {68.60, 19.60},
        {69.00, 19.80},
        {69.20, 20.40},
        {69.12, 20.90},
        {68.75, 21.70},
        {68.57, 22.60},
        {68.40, 23.05},
        {68.15, 23.55},
        {67.95, 23.85},
        {67.40, 24.00},
        {66.80, 24.25},
        {66.35, 23.95},
        {65.90, 24.40},
        {65.40, 24.40},
        {64.90, 22.60},
        {63.90, 21.30},
        {63.30, 20.60},
        {62.40, 18.60},
        {61.00, 18.00},
        {60.70, 18.60},
        {60.35, 19.30},
        {59.80, 19.75},
        {59.30, 19.80},
        {58.50, 19.70},
        {57.90, 19.60},
        {57.30, 19.20},
        {56.70, 18.30},
        {56.60, 17.40},
        {56.05, 16.60},
        {55.75, 15.80},
        {55.75, 14.90},
        {55.25, 14.50}
    };

    private Sweden() {}

    /** Counts how often a line to the east crosses the outline: odd is within. */
    static boolean holds(double latitude, double longitude) {
        boolean within = false;
        double[] last = OUTLINE[OUTLINE.length - 1];
        for (double[] corner : OUTLINE) {
            boolean crosses = corner[0] > latitude != last[0] > latitude;
            if (crosses
                    && longitude
                            < last[1]
                                    + (latitude - last[0])
                                            * (corner[1] - last[1])
                                            / (corner[0] - last[0])) {
                within = !within;
            }
            last = corner;
        }
        return within;
    }
}
