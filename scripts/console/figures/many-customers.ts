const AT_ONCE = 32;
const FIRST = ['Asha', 'Juma', 'Neema', 'Baraka', 'Zawadi', 'Hamisi', 'Rehema', 'Daudi'];
const LAST = ['Kilonzo', 'Mrema', 'Mushi', 'Said', 'Kileo', 'Otieno', 'Mwakyusa'];

/** Adds so many customers by the API, `c0` and following. */
export async function addCustomers(address: string, token: string, count: number): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let at = next++; at < count; at = next++) {
      const response = await fetch(new URL('/api/v1/customers', address), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `c${at}` },
        body: JSON.stringify({
          customer_id: `c${at}`,
          name: `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]} ${at}`,
          phone_number: `+25571${String(at).padStart(7, '0')}`,
        }),
      });
      if (!response.ok) throw new Error(`a customer could not be added: ${await response.text()}`);
      await response.body?.cancel();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
