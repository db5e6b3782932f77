package org.asterism.aot.intrinsic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.asterism.aot.world.JavaMethod;

/** The table of intrinsics, keyed on class, method name and descriptor. */
public final class Intrinsics {
    private static final String UNSAFE = "org/asterism/ostd/unsafe/";
    private static final Map<String, String> C_TYPES = Map.of("B", "int8_t", "S", "int16_t", "C", "uint16_t", "I", "int32_t",
            "J", "int64_t", "Z", "uint8_t", "F", "int32_t", "D", "int64_t", "Ljava/lang/Object;", "ref");

    private final Map<String, Map<String, Intrinsic>> table = new HashMap<>();

    /** The standard table. */
    public Intrinsics() {
        addAddress();
        addObjects();
        addJdkUnsafe();
        addMath();
    }

    /** The intrinsic of a method, or null. */
    public Intrinsic find(JavaMethod method) {
        Map<String, Intrinsic> ofOwner = table.get(method.owner().name());
        return ofOwner == null ? null : ofOwner.get(method.signature());
    }

    private void add(String key, String template) {
        put(key, new Intrinsic(template, false, false));
    }

    private void put(String key, Intrinsic intrinsic) {
        int dot = key.indexOf('.');
        table.computeIfAbsent(key.substring(0, dot), owner -> new HashMap<>()).put(key.substring(dot + 1), intrinsic);
    }

    private void addAddress() {
        String address = UNSAFE + "Address.";
        Map<String, String> names = Map.of("Byte", "B", "Short", "S", "Char", "C", "Int", "I", "Long", "J");
        names.forEach((name, code) -> {
            String type = C_TYPES.get(code);
            add(address + "load" + name + "(J)" + code, "LOAD(" + type + ", $0)");
            add(address + "load" + name + "Acquire(J)" + code, "LOAD_ACQUIRE(" + type + ", $0)");
            add(address + "load" + name + "Volatile(J)" + code, "LOAD_VOLATILE(" + type + ", $0)");
            add(address + "store" + name + "(J" + code + ")V", "STORE(" + type + ", $0, $1)");
            add(address + "store" + name + "Release(J" + code + ")V", "STORE_RELEASE(" + type + ", $0, $1)");
            add(address + "store" + name + "Volatile(J" + code + ")V", "STORE_VOLATILE(" + type + ", $0, $1)");
        });
        for (String name : new String[] {"Int", "Long"}) {
            String code = names.get(name);
            String type = C_TYPES.get(code);
            add(address + "compareAndSet" + name + "(J" + code + code + ")Z", "COMPARE_AND_SET(" + type + ", $0, $1, $2)");
            for (String operation : new String[] {"Add", "Set", "Or", "And", "Xor"}) {
                add(address + "getAnd" + operation + name + "(J" + code + ")" + code,
                        "GET_AND_" + operation.toUpperCase(java.util.Locale.ROOT) + "(" + type + ", $0, $1)");
            }
        }
        add(address + "fence()V", "__atomic_thread_fence(__ATOMIC_SEQ_CST)");
        add(address + "releaseFence()V", "RELEASE_FENCE()");
        add(address + "compilerFence()V", "__atomic_signal_fence(__ATOMIC_SEQ_CST)");
        add(address + "pause()V", "PAUSE()");
        add(address + "copyWords(JJJ)V", "copy_words((char *)$0, (char *)$1, $2)");
        add(address + "copyBytes(JJJ)V", "copy_bytes((char *)$0, (char *)$1, $2)");
        add(address + "fillWords(JJJ)V", "fill_words((char *)$0, $1, $2)");
        add(UNSAFE + "ThreadArea.current()J", "THREAD_AREA()");
        add(UNSAFE + "StackFrames.stackPointer()J", "STACK_POINTER()");
        add(UNSAFE + "StackFrames.framePointer()J", "(int64_t)__builtin_frame_address(0)");
        add(UNSAFE + "StackFrames.returnAddress()J", "(int64_t)__builtin_return_address(0)");
        add(UNSAFE + "StackFrames.returnAddress(J)J", "RETURN_ADDRESS_IN($0)");
        add(UNSAFE + "StackFrames.caller(J)J", "CALLER_OF($0)");
    }

    private void addObjects() {
        add(UNSAFE + "ObjectReference.toAddress(Ljava/lang/Object;)J", "(int64_t)$0");
        add(UNSAFE + "ObjectReference.fromAddress(J)Ljava/lang/Object;", "(ref)$0");
        put("java/lang/Object.getClass()Ljava/lang/Class;", new Intrinsic("CLASS_MIRROR($0)", true, false));
        add("java/lang/Object.<init>()V", "(void)0");
        add("java/lang/Float.floatToRawIntBits(F)I", "$0");
        add("java/lang/Float.intBitsToFloat(I)F", "$0");
        add("java/lang/Double.doubleToRawLongBits(D)J", "$0");
        add("java/lang/Double.longBitsToDouble(J)D", "$0");
    }

    private void addJdkUnsafe() {
        String unsafe = "jdk/internal/misc/Unsafe.";
        String at = "ADDRESS($1, $2)";
        Map<String, String> names = Map.of("Byte", "B", "Short", "S", "Char", "C", "Int", "I", "Long", "J", "Boolean", "Z",
                "Float", "F", "Double", "D", "Reference", "Ljava/lang/Object;");
        names.forEach((name, code) -> {
            String type = C_TYPES.get(code);
            Map.of("", "", "Volatile", "_VOLATILE").forEach((suffix, macro) -> {
                add(unsafe + "get" + name + suffix + "(Ljava/lang/Object;J)" + code, "LOAD" + macro + "(" + type + ", " + at + ")");
                add(unsafe + "put" + name + suffix + "(Ljava/lang/Object;J" + code + ")V",
                        store(macro, type, at, "$3"));
            });
            add(unsafe + "get" + name + "Acquire(Ljava/lang/Object;J)" + code, "LOAD_ACQUIRE(" + type + ", " + at + ")");
            add(unsafe + "put" + name + "Release(Ljava/lang/Object;J" + code + ")V", store("_RELEASE", type, at, "$3"));
        });
        for (String name : Set.of("Int", "Long", "Reference")) {
            String code = names.get(name);
            String type = C_TYPES.get(code);
            String signature = "(Ljava/lang/Object;J" + code + code + ")";
            String suffix = name.equals("Reference") ? "_REFERENCE(" : "(" + type + ", ";
            add(unsafe + "compareAndSet" + name + signature + "Z", "COMPARE_AND_SET" + suffix + at + ", $3, $4)");
            add(unsafe + "compareAndExchange" + name + signature + code, "COMPARE_AND_EXCHANGE" + suffix + at + ", $3, $4)");
            add(unsafe + "getAndSet" + name + "(Ljava/lang/Object;J" + code + ")" + code,
                    "GET_AND_SET" + suffix + at + ", $3)");
        }
        for (String name : Set.of("Int", "Long")) {
            String code = names.get(name);
            add(unsafe + "getAndAdd" + name + "(Ljava/lang/Object;J" + code + ")" + code,
                    "GET_AND_ADD(" + C_TYPES.get(code) + ", " + at + ", $3)");
        }
        // VarHandle's own: its initialiser asks for what only a JVM has
        String handle = "java/lang/invoke/VarHandle.";
        for (String name : new String[] {unsafe + "loadFence", handle + "acquireFence", handle + "loadLoadFence"}) {
            add(name + "()V", "__atomic_thread_fence(__ATOMIC_ACQUIRE)");
        }
        for (String name : new String[] {unsafe + "storeFence", handle + "releaseFence", handle + "storeStoreFence"}) {
            add(name + "()V", "RELEASE_FENCE()");
        }
        for (String name : new String[] {unsafe + "fullFence", handle + "fullFence"}) {
            add(name + "()V", "__atomic_thread_fence(__ATOMIC_SEQ_CST)");
        }
        add(unsafe + "isBigEndian()Z", "0");
        add(unsafe + "addressSize()I", "8");
    }

    private static String store(String macro, String type, String at, String value) {
        return type.equals("ref") ? "STORE_REFERENCE" + macro + "(" + at + ", " + value + ")"
                : "STORE" + macro + "(" + type + ", " + at + ", " + value + ")";
    }

    private void addMath() {
        for (String owner : new String[] {"java/lang/Math", "java/lang/StrictMath"}) {
            put(owner + ".sqrt(D)D", new Intrinsic("square_root($0)", false, true));
        }
        add("java/lang/Integer.numberOfLeadingZeros(I)I", "leading_zeros_int($0)");
        add("java/lang/Integer.numberOfTrailingZeros(I)I", "trailing_zeros_int($0)");
        add("java/lang/Long.numberOfLeadingZeros(J)I", "leading_zeros_long($0)");
        add("java/lang/Long.numberOfTrailingZeros(J)I", "trailing_zeros_long($0)");
        add("java/lang/Integer.reverseBytes(I)I", "(int32_t)__builtin_bswap32((uint32_t)$0)");
        add("java/lang/Long.reverseBytes(J)J", "(int64_t)__builtin_bswap64((uint64_t)$0)");
        add("java/lang/Thread.onSpinWait()V", "PAUSE()");
    }
}
