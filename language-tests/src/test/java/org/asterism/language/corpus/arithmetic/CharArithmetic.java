package org.asterism.language.corpus.arithmetic;

/** char is an unsigned 16-bit integer and prints as a character. */
public final class CharArithmetic {
    private CharArithmetic() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        char c = 'a';
        c++;
        System.out.println(c);
        c += 1.7;
        System.out.println(c);
        System.out.println(c + 1);
        System.out.println((char) (c + 1));
        System.out.println('a' + 'b');
        System.out.println("" + 'a' + 'b');
        System.out.println('a' + 'b' + "");
        char least = Character.MIN_VALUE;
        least--;
        System.out.println((int) least);
        char most = Character.MAX_VALUE;
        most++;
        System.out.println((int) most);
        int sum = 0;
        for (char each = 'a'; each <= 'z'; each++) {
            sum += each - 'a';
        }
        System.out.println(sum);
        c = (char) -1;
        System.out.println(c > 0 ? "unsigned" : "signed");
        System.out.println((int) (char) (short) -5);
        c = 'x';
        c *= 2;
        System.out.println((int) c);
        char[] word = {'w', 'o', 'r', 'd'};
        word[0] -= 32;
        word[1]++;
        System.out.println(new String(word));
        System.out.println(true ? 'x' : 0);
        int zero = 0;
        System.out.println(false ? zero : 'x');
    }
}
