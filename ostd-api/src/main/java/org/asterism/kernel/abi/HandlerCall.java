package org.asterism.kernel.abi;

/**
 * A signal on its way to a handler.
 *
 * @param signal its number
 * @param info {@link SiginfoLayout#BYTES} bytes
 * @param handler address of the handler
 * @param flags {@link SignalActionFlags} of the action
 * @param restorer where the handler returns to
 * @param savedMask the mask to restore
 * @param stackTop where the frame goes: below this
 * @param switched whether {@code stackTop} is that of the alternate stack
 * @param alternate the alternate stack, as saved in the frame
 */
public record HandlerCall(int signal, byte[] info, long handler, int flags, long restorer, long savedMask,
        long stackTop, boolean switched, AlternateStack alternate) {
}
