export default function TakePayment() {
  return null;
}
