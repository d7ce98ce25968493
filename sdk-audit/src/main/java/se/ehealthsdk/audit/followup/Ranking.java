package se.ehealthsdk.audit.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The chance in a random review, {@value #ALGORITHM}: each record has a rank that follows from the seed and its
 * log id alone, so that the same records give the same sample in whatever order they come, and anyone can
 * work it out again.
 */
final class Ranking {

    static final String ALGORITHM = "SHA-256(seed LF logId), lowest first";

    private static final BigDecimal SPACE = new BigDecimal(BigInteger.ONE.shiftLeft(256));

    private final byte[] seed;
    private final MessageDigest digest;

    /** A rank, read as an unsigned number; equal ones only for the same log id. */
    record Rank(byte[] hash, String logId) implements Comparable<Rank> {

        @Override
        public int compareTo(Rank other) {
            int byHash = Arrays.compareUnsigned(hash, other.hash);
            return byHash != 0 ? byHash : logId.compareTo(other.logId);
        }

        boolean isBelow(byte[] threshold) {
            return Arrays.compareUnsigned(hash, threshold) < 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rank that
                    && Arrays.equals(hash, that.hash)
                    && logId.equals(that.logId);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }

        @Override
        public String toString() {
            return logId;
        }
    }

    Ranking(String seed) {
        this.seed = (seed + "\n").getBytes(UTF_8);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Rank of(String logId) {
        digest.update(seed);
        return new Rank(digest.digest(logId.getBytes(UTF_8)), logId);
    }

    /** The rank below which a share of all ranks lie; a share below 1. */
    static byte[] threshold(BigDecimal share) {
        byte[] number = SPACE.multiply(share).toBigInteger().toByteArray();
        byte[] threshold = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, threshold, 32 - length, length);
        return threshold;
    }
}
