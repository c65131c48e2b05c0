/** How to search. */
export const SearchHelp = () => (
  <div class="help">
    <p>Gõ vài từ của tin cần tìm, có dấu hay không dấu đều được. Thứ tự các từ không quan trọng.</p>
    <ul>
      <li>
        <kbd>"đường Bến Hạc"</kbd> – đúng cụm từ trong ngoặc kép
      </li>
      <li>
        <kbd>lễ hội -đua thuyền</kbd> – bỏ tin có từ đứng sau dấu trừ
      </li>
      <li>
        <kbd>12/2021</kbd>, <kbd>09-NQ/TW</kbd> – số và ký hiệu văn bản
      </li>
    </ul>
  </div>
);
