import { addressFields, type ChartAddress } from './chart-address.ts';

type KeptProps = {
  address: ChartAddress;
  /** What the form itself says, set to what is usual, so that it is not said twice. */
  change: Partial<ChartAddress>;
};

/** Hidden fields that keep the rest of the address when a form changes a part of it, also without script. */
export function KeptFields({ address, change }: KeptProps) {
  return addressFields(address, change).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
