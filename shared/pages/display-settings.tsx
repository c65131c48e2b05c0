/** Display settings: theme and text size. Hidden without a script; the device's preferences apply until the reader chooses. */
export const DisplaySettings = () => (
  <fieldset class="display">
    <legend class="hidden">Hiển thị</legend>
    <label>
      <span>Giao diện</span>
      <select>
        <option value="">Theo máy</option>
        <option value="light">Sáng</option>
        <option value="dark">Tối</option>
        <option value="contrast">Tương phản cao</option>
      </select>
    </label>
    <button type="button" value="-1" aria-label="A− Chữ nhỏ hơn">
      A−
    </button>
    <button type="button" value="0" aria-label="A Cỡ chữ thường">
      A
    </button>
    <button type="button" value="1" aria-label="A+ Chữ to hơn">
      A+
    </button>
  </fieldset>
);
