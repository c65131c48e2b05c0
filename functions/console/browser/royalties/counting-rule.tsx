/** How articles, words and pictures are counted, and for whom. */
export const CountingRule = () => (
  <details class="counting-rule">
    <summary>Cách tính</summary>
    <ul>
      <li>
        Mỗi bài tính một lần, vào tháng của ngày đăng ghi trên bài. Sửa bài sau khi đăng không tính thêm; bài
        gỡ rồi đăng lại tính theo lần đăng lại.
      </li>
      <li>
        Chỉ tính bài người đọc đang xem được: bài đã gỡ, bài hẹn giờ chưa đăng và trang riêng không tính.
      </li>
      <li>
        Bài tính cho tên ghi ở ô Tác giả, không phân biệt chữ hoa, chữ thường; bài ghi nhiều tên tính chung
        cho cả dòng tên ấy. Bài để trống ô này tính cho tài khoản đã tạo bài.
      </li>
      <li>Số chữ đếm như khi soạn bài: phần nội dung và chú thích, không gồm tiêu đề và tóm tắt.</li>
      <li>
        Số ảnh gồm ảnh đại diện, ảnh trong bài và bộ ảnh; ảnh dùng nhiều lần trong một bài tính một lần.
      </li>
    </ul>
  </details>
);
