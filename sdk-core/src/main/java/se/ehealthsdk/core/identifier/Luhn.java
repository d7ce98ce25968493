package se.ehealthsdk.core.identifier;

/** The mod-10 check digit (ISO/IEC 7812-1 annex B) behind most Swedish identity numbers. */
final class Luhn {

    private Luhn() {}

    /** Whether the last of these digits is the check digit of those before it. */
    static boolean holds(String digits) {
        int last = digits.length() - 1;
        int[] values = digits.chars().limit(last).map(Luhn::digit).toArray();
        return checkDigit(values) == digit(digits.charAt(last));
    }

    /**
     * The check digit of these values: weights 2, 1, 2 ... from the right, the digits of each
     * product summed. Values above 9 are allowed, since national reserve numbers weigh letters by
     * their character code.
     */
    static int checkDigit(int... values) {
        int sum = 0;
        int weight = 2;
        for (int i = values.length - 1; i >= 0; i--) {
            sum += digitSum(values[i] * weight);
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    static int digit(int character) {
        return character - '0';
    }

    private static int digitSum(int number) {
        return number < 10 ? number : number % 10 + digitSum(number / 10);
    }
}
