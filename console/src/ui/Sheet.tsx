export { type DialogProps as SheetProps, Sheet } from './Dialog.tsx';
